       01  FILLERS-ALL-OVER.
           05                          PIC X(4) VALUE 'EYE*'.
           05  FILLER.
               10  FI-A                PIC X.
               10                      PIC X.
               10  FILLER OCCURS 2.
                   15  FI-B            PIC 9(3).
                   15                  PIC 9 COMP.
           05  FI-NUM                  PIC 9(6).
           05  FILLER REDEFINES FI-NUM.
               10  FI-HI               PIC 9(3).
               10  FI-LO               PIC 9(3).
           05  REDEFINES FI-NUM        PIC X(6).
           05                          OCCURS 3 PIC X(2).
           05  VALUE SPACES            PIC X(5).
           05  COMP                    PIC S9(4).
