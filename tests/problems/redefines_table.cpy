      *> warning[CPY505]: REDEFINES T, which has OCCURS: placed at its first occurrence
      *> at 6:29
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  T PIC X OCCURS 3.
            05  U REDEFINES T PIC X(3).
            05  AFTER-IT PIC X.
