       01  HDR-REC-I.
           05  HI-TYPE                 PIC X VALUE 'H'.
           05  HI-DATE                 PIC 9(8).
           05  FILLER                  PIC X(71).
       01  DTL-REC-I.
           05  DI-TYPE                 PIC X VALUE 'D'.
           05  DI-POL                  PIC X(12).
           05  DI-AMT                  PIC S9(7)V99.
           05  FILLER                  PIC X(58).
       01  TRL-REC-I.
           05  TI-TYPE                 PIC X VALUE 'T'.
           05  TI-CNT                  PIC 9(9).
           05  TI-SUM                  PIC S9(13)V99.
           05  FILLER                  PIC X(55).
       01  ANY-REC-I                   PIC X(80).
