      *> error[CPY902]: B: USAGE beside SAME AS
      *> at 6:36
       01  T TYPEDEF PIC S9(4).
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  B SAME AS BEFORE-IT USAGE COMP.
           05  AFTER-IT PIC X.
