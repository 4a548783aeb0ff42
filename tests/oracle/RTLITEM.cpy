      *    ITEM FILE LAYOUT           STORE SYSTEMS          03/14/86
      *    CHANGED 07/02/89 FOR UPC-E
       01  ITEM-RECORD.
           04  IT-UPC                   PIC 9(13).
           04  IT-UPC-PARTS REDEFINES IT-UPC.
               08  IT-UPC-SYS           PIC 9.
               08  IT-UPC-MFR           PIC 9(5).
               08  IT-UPC-ITEM          PIC 9(5).
               08  IT-UPC-CHK           PIC 9.
               08  FILLER               PIC 9.
           04  IT-DESC                  PIC X(30).
           04  IT-DESC-SHORT REDEFINES IT-DESC PIC X(18).
           04  IT-DEPT                  PIC 99.
           04  IT-COST                  PIC S9(5)V9(4) COMP-3.
           04  IT-RETAIL                PIC S9(5)V99 COMP-3 OCCURS 3.
           04  IT-TAX-FLAG              PIC X.
               88  IT-TAXABLE           VALUE 'T'.
               88  IT-FOOD-STAMP        VALUE 'F'.
           04  IT-ON-HAND               PIC S9(7) COMP-3.
           04  IT-WEEKLY OCCURS 52      PIC S9(5) COMP-3.
