        01  VARCHAR-REC.
            05  NOTE-1.
                49  NOTE-1-LEN  PIC S9(4) COMP.
                49  NOTE-1-TEXT PIC X(200).
            05  NOTE-2.
                49  NOTE-2-LEN  PIC S9(4) USAGE COMP-5.
                49  NOTE-2-TEXT PIC X(50).
            05  TAIL PIC X.
