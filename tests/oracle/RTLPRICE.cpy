       01  PRICE-CHANGE.
           05  PC-TYPE PIC X(1).
           05  PC-OLD.
           06  PC-OLD-MULT PIC 9(2).
           06  PC-OLD-AMT PIC 9(4)V99.
           05  PC-NEW REDEFINES PC-OLD.
           06  PC-NEW-MULT PIC 9(2).
           06  PC-NEW-AMT PIC 9(4)V99.
           06  PC-NEW-EXTRA PIC X(3).
           05  PC-EFF PIC 9(6).
