        01  NATIVE-REC.
            05  C01  PIC 9(2)  COMP-5.
            05  C02  PIC S9(4) COMP-5.
            05  C03  PIC S9(5) COMP-5.
            05  C04  PIC S9(9) COMPUTATIONAL-5.
            05  C05  PIC S9(10) COMP-5.
            05  C06  PIC 9(18) COMP-5.
            05  TAIL PIC X.
