       01  PRINT-FORM.
           05  PF-NAME             PIC X(20) JUSTIFIED RIGHT.
           05  PF-CODE             PIC A(5) JUST.
           05  PF-AMT              PIC 9(5)V99 BLANK WHEN ZERO.
           05  PF-AMT2             PIC ZZ,ZZ9.99 BLANK ZERO.
           05  PF-AMT3             BLANK WHEN ZEROS PIC -(5)9.
           05  PF-RIGHT            JUST RIGHT VALUE SPACES PIC X(3).
           05  PF-ALPHA            PIC A(10)BA.
           05  PF-MIX              PIC XX/XXBXX0X.
           05  PF-A9               PIC A9X(2).
