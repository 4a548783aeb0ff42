       01  TEXT-RECORD.
           05  VALUES-OF-TEXT          PIC X(3).
           05  TEXT-KIND               PIC X(2).
               88  BLANK-KIND          VALUE SPACES.
               88  SHORT-KIND          VALUE 'A'.
               88  QUOTED-KIND         VALUE 'O''' .
           05  LONG-TEXT               PIC X(300).
           05  DATE                    PIC X.
           05  TYPE                    PIC X(10).
           05  SELF-TEXT               PIC X(10).
           05  CLASS                   PIC X(10).
           05  IMPORT                  PIC X(10).
           05  NUMBER-AS-TEXT          PIC 9(5).
           05  A-LONG-ENTRY            PIC X(80)
               VALUE 'THIS TEXT IS SO LONG THAT THE ENTRY FITS NO LINE'.
           05  A-NAME-OF-THIRTY-CHARACTERS-AB PIC X(80)
               JUSTIFIED RIGHT
               VALUE 'THIS TEXT IS SO LONG THAT THE ENTRY FITS NO LINE'.
