      *> error[CPY902]: B: PICTURE beside TYPE
      *> at 6:25
       01  T TYPEDEF PIC S9(4).
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  B TYPE T PIC X(5).
           05  AFTER-IT PIC X.
