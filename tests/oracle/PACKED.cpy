        01  PACKED-REC.
            05  D01  PIC 9      COMP-3.
            05  D02  PIC S99    COMP-3.
            05  D03  PIC S9(3)  PACKED-DECIMAL.
            05  D04  PIC S9(4)V99 USAGE IS COMP-3.
            05  D05  PIC S9(9)V99 USAGE COMPUTATIONAL-3.
            05  D06  PIC S9(15) COMP-3.
            05  D07  PIC S9(16)V99 COMP-3.
            05  D08  PIC 9(18)  COMP-3.
            05  TAIL PIC X.
