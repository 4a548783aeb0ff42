      *> with: --source-format variable
      *> expect: laid out 7
000100 01  REC.
000200     05  A                                                                          PIC X(5).
000300     05  B PIC X(2).
