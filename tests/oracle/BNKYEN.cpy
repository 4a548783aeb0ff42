      *> with: currency=Y
       01  YEN-STATEMENT.
           05  YN-AMT              PIC Y(7)9.
           05  YN-AMT2             PIC YYY,YY9.
           05  YN-FIX              PIC YZZZ9-.
           05  YN-NEG              PIC -Y(5)9.
           05  YN-X                PIC X(3).
