       01  RTL-SYNC-REDEF.
           05  RX-A                     PIC X(4).
           05  RX-B REDEFINES RX-A      PIC S9(9) COMP SYNC.
           05  RX-C                     PIC X(3).
           05  RX-D                     PIC S9(4) COMP SYNC.
           05  RX-E REDEFINES RX-D      PIC X(2).
           05  RX-F                     PIC X.
           05  RX-IX                    INDEX SYNC.
           05  RX-G                     PIC X.
