       01  UB-CLAIM.
           05  UB-HDR.
               10  UB-PCN              PIC X(20).
               10  UB-TOB              PIC X(3).
           05  UB-CODES.
               10  UB-COND OCCURS 7    PIC X(2).
               10  UB-OCC OCCURS 4.
                   15  UB-OCC-CD       PIC X(2).
                   15  UB-OCC-DT       PIC 9(6).
               10  UB-VAL OCCURS 3.
                   15  UB-VAL-CD       PIC X(2).
                   15  UB-VAL-AMT      PIC 9(7)V99.
           05  UB-REV-CNT              PIC S9(4) COMP.
           05  UB-REV OCCURS 1 TO 99 DEPENDING ON UB-REV-CNT.
               10  UB-REV-CD           PIC 9(4).
               10  UB-REV-HCPCS        PIC X(5).
               10  UB-REV-UNITS        PIC S9(7) COMP-3.
               10  UB-REV-TOTAL        PIC S9(9)V99 COMP-3.
