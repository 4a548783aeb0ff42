      * SYNC ON LEVEL 01 HOLDS FOR ALL THAT IS IN IT.
       01  RTL-SYNC-ALL SYNCHRONIZED.
           05  RG-A                     PIC X.
           05  RG-T OCCURS 3.
               10  RG-B                 PIC X.
               10  RG-C                 PIC S9(4) COMP.
               10  RG-D                 PIC S9(5) COMP-3.
               10  RG-E                 COMP-1.
           05  RG-F                     PIC X.
           05  RG-G                     PIC S9(10) BINARY.
           05  RG-H REDEFINES RG-G      PIC X(8).
           05  RG-I                     PIC X.
