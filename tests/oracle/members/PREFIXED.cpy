           05  PFX-KEY                 PIC X(4).
           05  PFX-AMT-IN              PIC S9(5)V99 COMP-3.
           05  NO-PFX-HERE             PIC X.
           05  PFX-TAB OCCURS 3.
               10  PFX-CELL-IN         PIC 9(3).
