       01  FEATURE-REC             USAGE DISPLAY.
           05  FE-A                PIC 9(3).
           05  FE-B                USAGE IS COMP.
               10  FE-B1           PIC 9(3).
               10  FE-B2           COMP PIC S9(6).
               10  FE-B3.
                   15  FE-B31      PIC S9(10).
           05  FE-C                PACKED-DECIMAL.
               10  FE-C1           PIC 9(3) COMP-3 OCCURS 2.
               10  FE-C2           PIC S9(4).
           05  FE-D                BINARY.
               10  FE-D1           PIC 9(9).
           05  FE-E                COMP-5.
               10  FE-E1           PIC S9(4).
               10  FE-E2           PIC S9(9).
               10  FE-E3           PIC S9(18).
