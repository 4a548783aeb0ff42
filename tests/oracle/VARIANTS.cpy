      * One file, three kinds of records.
        01  TXN-REC.
            05  TXN-TYPE PIC X.
            05  TXN-DATA PIC X(40).
            05  TXN-PAY REDEFINES TXN-DATA.
                10  PAY-AMT PIC S9(11)V99 COMP-3.
                10  PAY-REF PIC X(20).
            05  TXN-FEE REDEFINES TXN-DATA.
                10  FEE-CODE PIC 9(4) COMP.
                10  FEE-TAB OCCURS 5 TIMES.
                    15  FEE-AMT PIC S9(5)V99.
            05  TXN-END PIC X.
