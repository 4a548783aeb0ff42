       01  HEADER-REC.
           05  REC-TYPE        PIC X.
           05  CREATED         PIC 9(8).
       01  DETAIL-REC.
           05  REC-TYPE        PIC X.
           05  DETAIL-NO       PIC 9(5).
       77  RUN-COUNTER         PIC S9(4) COMP.
