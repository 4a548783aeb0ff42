       01  PAYSLIP-LINE.
           02  PS-CC                       PIC X.
           02  PS-NAME                     PIC X(25)BBX.
           02  PS-GROSS                    PIC $$$,$$9.99.
           02  PS-TAX                      PIC ZZZ,ZZ9.99-.
           02  PS-NET                      PIC $***,**9.99.
           02  PS-HOURS                    PIC ZZ9.9.
           02  PS-BONUS                    PIC +++,++9.99.
           02  PS-LOAN                     PIC Z(6)9.99CR.
           02  PS-REFUND                   PIC Z(6)9.99DB.
           02  PS-DATE                     PIC 99/99/99.
           02  PS-SSN                      PIC 999B99B9999.
           02  PS-PCT                      PIC .99.
           02  PS-FACTOR                   PIC -.9(4).
           02  PS-PHONE                    PIC X(3)/X(3)/X(4).
           02  PS-TOTAL-Z                  PIC ZZZ,ZZZ,ZZZ.ZZ.
           02  PS-STARS                    PIC *****.**.
           02  PS-THOUSANDS                PIC ZZ9,000.
