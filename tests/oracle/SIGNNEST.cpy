       01  SIGN-NESTED.
           05  SN-A SIGN IS LEADING SEPARATE.
               10  SN-A1           PIC S9(3) OCCURS 2.
               10  SN-A2 REDEFINES SN-A1 PIC X(8).
               10  SN-A3           PIC S9(3)V99 VALUE -1.5.
               10  SN-A4           PIC ZZ9.
               10  SN-A5           PIC X(3).
               10  SN-A6 TRAILING.
                   15  SN-A7       PIC S9(3).
                   15  SN-A8       PIC S9(3)PP.
           05  SN-B TRAILING SEPARATE.
               10  SN-B1           PIC S9(4).
               10  SN-B2           PIC S9(4) LEADING.
               10  SN-B3           PIC S9(4) PACKED-DECIMAL.
           05  SN-C                PIC S9(4).
