      *> expect: laid out 12
ABC*>  01  REC.                                                         CHG00001
    10     05  A PIC X(5).
01 REC     05  B PIC 9(3)V99 COMP-3.                                    JB 12/99
it's x	   05  C PIC X(4)
  05         VALUE 'a. b'.
