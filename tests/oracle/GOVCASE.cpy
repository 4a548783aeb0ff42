       01  WELFARE-CASE.
           02  WC-CASE-NO                  PIC 9(8).
           02  WC-COUNTY                   PIC 9(2).
           02  WC-MEMBERS                  OCCURS 3 TIMES.
               03  WC-M-NAME               PIC X(20).
               03  WC-M-BORN               PIC 9(6).
               03  WC-M-INCOME             OCCURS 2.
                   04  WC-INC-SRC          PIC X(2).
                   04  WC-INC-AMT          PIC S9(5)V99.
           02  WC-REDET                    PIC 9(6).
           02  WC-REDET-J REDEFINES WC-REDET PIC 9(5).
           02  WC-WORKER                   PIC X(3).
           66  WC-ID RENAMES WC-CASE-NO THRU WC-COUNTY.
