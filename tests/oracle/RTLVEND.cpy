       01  VENDOR-REC.
           05  VN-ID                    PIC X(6).
           05  VN-NAME                  PIC X(30).
           05  VN-TERMS.
               10  VN-DISC              PIC V999.
               10  VN-DISC-DAYS         PIC 9(3).
               10  VN-NET-DAYS          PIC 9(3).
           05  VN-YTD                   PIC S9(9)V99.
           05  VN-BALANCE               PIC S9(9)V99 TRAILING SEPARATE.
           05  VN-LEAD                  PIC S9(3) LEADING SEPARATE.
           05  VN-OPENED                PIC 9(8).
           05  VN-ADDR                  OCCURS 3 TIMES.
               10  VN-LINE              PIC X(25) OCCURS 2 TIMES.
           66  VN-MONEY RENAMES VN-YTD THRU VN-BALANCE.
           66  VN-TERM-1 RENAMES VN-DISC OF VN-TERMS.
