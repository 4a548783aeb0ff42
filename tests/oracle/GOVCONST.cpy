      * LEVEL 78 OF MICRO FOCUS: NOT IBM'S, BUT COBC TAKES IT.
       78  MAX-ROWS                VALUE 12.
       78  CODE-LEN                VALUE 5.
       78  DEFAULT-CODE            VALUE "NONE".
       01  CONSTANT-TABLE.
           05  CT-N                PIC 99.
           05  CT-ROW OCCURS MAX-ROWS TIMES.
               10  CT-CODE         PIC X(CODE-LEN) VALUE DEFAULT-CODE.
               10  CT-VAL          PIC 9(3).
           05  CT-END              PIC X.
