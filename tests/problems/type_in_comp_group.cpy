      *> error[CPY902]: B: TYPE in A, which has USAGE or SIGN
      *> at 7:18
       01  T TYPEDEF PIC S9(4).
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A COMP.
           10  B TYPE T.
           05  AFTER-IT PIC X.
