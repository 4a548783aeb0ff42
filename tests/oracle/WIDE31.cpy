      *> with: arith-extend
       01  EXTENDED-ARITH.
           05  EA-A                PIC S9(31) COMP-3.
           05  EA-B                PIC 9(31).
           05  EA-C                PIC S9(20)V9(11) COMP-3.
           05  EA-D                PIC S9(19) SIGN TRAILING SEPARATE.
           05  EA-E                PIC X.
