       01  PICTURE-FORMS.
           05  PC-A PIC X(00010).
           05  PC-B PIC x(3)X(2)x.
           05  PC-C PIC 9(2)9(3)V9(2)9.
           05  PC-D PIC s9(3)v9(2).
           05  PC-E PIC a(3)A.
           05  PC-F PIC XX9XA9.
           05  PC-G PIC 99V.
           05  PC-H PIC V99.
           05  PC-I PIC SV9.
           05  PC-J PIC zz9.99cr.
           05  PC-K PIC b9b9.
           05  PC-L PIC S9(18).
           05  PC-M PIC X(32767).
           05  PC-N PIC 9(1).
