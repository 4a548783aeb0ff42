       01  RTL-SYNC-GROUP.
           05  RG-A                     PIC X.
           05  RG-G SYNC.
               10  RG-B                 PIC S9(4) COMP.
               10  RG-C                 PIC X.
               10  RG-D                 PIC S9(9) COMP.
               10  RG-E                 COMP-1.
           05  RG-F                     PIC X.
