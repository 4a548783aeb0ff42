      *> error[CPY110]: free format has no continuation lines
      *> at 5:1
01 REC.
  05 A PIC X(40).
-   05 B PIC X.
