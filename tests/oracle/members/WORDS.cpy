           05  OLD-NAME                PIC X(10) VALUE 'OLD'.
           05  OLD-NAME-2              PIC X(5).
           05  W-TAB OCCURS 100 TIMES  PIC 9(3).
