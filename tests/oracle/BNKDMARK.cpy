      *> with: decimal-comma, currency=M
       01  MARK-STATEMENT.
           05  MK-AMT              PIC M.MMM.MM9,99.
           05  MK-PLUS             PIC +M.MMM9,99.
           05  MK-DB               PIC MZ(5)9,99DB.
           05  MK-RATE             PIC 9,999.
