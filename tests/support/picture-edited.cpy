      *> expect: laid out 67
        01  REC.
            05  A PIC ZZ,ZZ9.99.
            05  B PIC $$$,$$9.99CR.
            05  C PIC -(6)9.99.
            05  D PIC **,**9.99-.
            05  E PIC +99/99/9999.
            05  F PIC 9(3)B9(3)0.
            05  G PIC $9(4)DB.
