      * The manual's own examples.
        01  FIELD-A.
            05  FIELD-B PIC X(5).
            05  FIELD-C.
                10  FIELD-D PIC XX.
                10  FIELD-E COMPUTATIONAL PIC S9(6) SYNC.
        01  FIELD-L.
            05  FIELD-M PIC X(5).
            05  FIELD-N PIC XX.
            05  FIELD-O.
                10  FIELD-P COMPUTATIONAL PIC S9(6) SYNC.
        01  WORK-RECORD.
            05  WORK-CODE PIC X.
            05  COMP-TABLE OCCURS 10 TIMES.
                10  COMP-TYPE PIC X.
                10  COMP-PAY PIC S9(4)V99 COMP SYNC.
                10  COMP-HRS PIC S9(3) COMP SYNC.
                10  COMP-NAME PIC X(5).
        01  COMP-RECORD.
            05  A-1 PIC X(5).
            05  A-2 PIC X(3).
            05  A-3 PIC X(3).
            05  B-1 PIC S9999 USAGE COMP SYNCHRONIZED.
            05  B-2 PIC S99999 USAGE COMP SYNCHRONIZED.
            05  B-3 PIC S9999 USAGE COMP SYNCHRONIZED.
