      * WHAT A RECORD IS DEPENDS ON ITS TYPE
       01  VARIANTS-RECORD.
           05  VARIANTS-KEY       PIC 9(6).
           05  V-TYPE             PIC X.
               88  V-IS-MONEY     VALUE 'M'.
               88  V-IS-COUNT     VALUES 'C' 'D'.
           05  V-LIMIT            PIC S9(3) COMP-3.
           05  V-BODY             PIC X(20).
           05  V-MONEY REDEFINES V-BODY.
               10  V-AMOUNT       PIC S9(9)V99 COMP-3.
               10  V-RATE         PIC S9(3)V9(4).
               10  FILLER         PIC X(7).
           05  V-COUNT REDEFINES V-BODY.
               10  V-NUMBER       PIC S9(9) COMP.
               10  V-TEXT         PIC X(16).
           05  V-AFTER            PIC X(2).
