      * NUMBERS AS THEY ARE PRINTED
       01  EDITED-RECORD.
           05  EDITED-KEY         PIC 9(6).
           05  E-CREDIT           PIC $ZZ,ZZ9.99CR.
           05  E-DEBIT            PIC **,**9.99DB.
           05  E-FLOATING         PIC -(6)9.9.
           05  E-DOLLARS          PIC $$,$$$,$$9.99-.
           05  E-PLUS             PIC +9(3).9(3).
           05  E-BEHIND           PIC Z(5)9.99+.
           05  E-BLANK            PIC ZZ9.9 BLANK WHEN ZERO.
           05  E-SLASHES          PIC 99/99/99.
           05  E-SPACED           PIC 9(3)B9(3).
