       01  DEPT-REC.
           05  DEPT-NO PIC 9(4). 05 DEPT-NAME PIC X(20). 05 DEPT-MGR.
           10  DEPT-MGR-NO PIC 9(7). 10  DEPT-MGR-NAME PIC X(20).
           05  DEPT-COST, PIC S9(9)V99; COMP-3, VALUE ZERO.
           05  DEPT-FLAGS. 10 DEPT-F1 PIC X. 88 DEPT-ON VALUE 'Y'. 88
           DEPT-OFF VALUE 'N'. 10 DEPT-F2 PIC X.
           05  DEPT-END
               PICTURE
                  IS
                     X
               VALUE
                  IS
                     '*'
           .
