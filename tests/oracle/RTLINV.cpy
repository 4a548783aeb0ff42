       01  INVENTORY-SNAPSHOT.
           05  IV-HDR.
               10  IV-DATE              PIC 9(8) COMP.
               10  IV-TIME              PIC 9(6) COMP-3.
           05  IV-LOC OCCURS 2 TIMES.
               10  IV-BIN OCCURS 3 TIMES.
                   15  IV-CNT           PIC S9(5) COMP.
                   15  IV-FLAG          PIC X.
                   15  IV-FLAG-9 REDEFINES IV-FLAG PIC 9.
                   15  IV-DETAIL        PIC X(6).
                   15  IV-DET-R REDEFINES IV-DETAIL.
                       20  IV-D1        PIC X(2).
                       20  IV-D2        PIC 9(9) COMP-3.
                   15  IV-TAIL          PIC X.
               10  IV-SUM               PIC S9(7) COMP.
           05  IV-END                   PIC X.
