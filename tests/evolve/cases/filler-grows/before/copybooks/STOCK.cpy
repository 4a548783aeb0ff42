       01  STOCK-RECORD.
           05  ST-ITEM                PIC X(12).
           05  FILLER                 PIC X(4).
           05  ST-ON-HAND             PIC S9(7) COMP-3.
           05  ST-REORDER             PIC S9(7) COMP-3.
           05  FILLER                 PIC X(10).
