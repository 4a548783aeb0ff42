       01  BUDGET-LINE.
           05  BD-FUND                     PIC X(4).
           05  BD-AMOUNTS                  COMP-3.
               10  BD-APPROP               PIC S9(11)V99.
               10  BD-ENCUMB               PIC S9(11)V99.
               10  BD-MONTH                PIC S9(9)V99 OCCURS 12.
           05  BD-MILLIONS                 PIC S9(5)P(6).
           05  BD-MILLIONS-C               PIC S9(5)P(6) COMP-3.
           05  BD-PPM                      PIC VP(5)9(3).
           05  BD-PPM-B                    PIC P(3)9(4) COMP.
           05  BD-SIGNED-P                 PIC SVP(2)9(3) SIGN LEADING
                                           SEPARATE.
