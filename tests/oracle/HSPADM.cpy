       01  ADMISSION.
           05  AD-MRN                  PIC 9(9).
           05  AD-ADMIT.
               10  AD-DATE             PIC 9(8).
               10  AD-TIME.
                   15  AD-HH           PIC 99.
                   15  AD-MIN          PIC 99.
           05  AD-ADMIT-TS REDEFINES AD-ADMIT PIC X(12).
           05  AD-DIAG OCCURS 5 TIMES INDEXED BY AD-DX.
               10  AD-ICD              PIC X(5).
               10  AD-ICD-R REDEFINES AD-ICD.
                   15  AD-ICD-CAT      PIC X(3).
                   15  AD-ICD-SUB      PIC X(2).
               10  AD-POA              PIC X.
                   88  AD-PRESENT      VALUE 'Y'.
                   88  AD-CLINICALLY-UNDETERMINED VALUE 'W'.
           05  AD-CHARGES              PIC S9(7)V99 COMP-3.
           05  AD-LOS                  PIC S9(4) COMP.
           05  AD-SEX                  PIC X.
               88  AD-MALE VALUE 'M'. 88 AD-FEMALE VALUE 'F'.
               88  AD-UNKNOWN VALUES 'U' ' ' LOW-VALUES.
