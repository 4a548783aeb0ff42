      * Two, four or eight bytes by the number of digits.
        01  BINARY-REC.
            05  B01  PIC 9      COMP.
            05  B02  PIC S9(4)  COMP.
            05  B03  PIC S9(5)  COMP-4.
            05  B04  PIC S9(9)  BINARY.
            05  B05  PIC S9(10) USAGE COMP.
            05  B06  PIC S9(18) USAGE IS COMPUTATIONAL.
            05  B07  PIC S9(3)V9(2) COMP.
            05  B08  PIC 9(4)   COMPUTATIONAL-4.
            05  B09  PIC S9(7)V99 BINARY.
            05  TAIL PIC X.
