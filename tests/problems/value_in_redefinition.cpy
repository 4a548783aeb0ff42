      *> warning[CPY533]: RD-YEAR: VALUE in a redefinition, whose storage another item initializes
      *> at 6:49
       01  RD-RECORD.
           05  RD-DATE                 PIC X(8) VALUE '19870131'.
           05  RD-PARTS REDEFINES RD-DATE.
               10  RD-YEAR             PIC 9(4) VALUE 1987.
                   88  RD-LEAP         VALUE 1984 1988.
               10  RD-DAY              PIC 9(4).
