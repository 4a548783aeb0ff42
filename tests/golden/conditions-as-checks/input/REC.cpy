       01  REC.
           05  REC-ID          PIC X(4).
           05  STATUS-CODE     PIC X.
               88  ACTIVE      VALUE 'A'.
               88  BLANK-CODE  VALUE SPACE.
               88  QUOTED      VALUE ''''.
           05  GRADE           PIC 9(3).
               88  NO-GRADE    VALUE ZERO.
               88  LOW-GRADE   VALUES 1 THRU 49.
               88  HIGH-GRADE  VALUES ARE 50 THROUGH 99, 100.
           05  MARKER          PIC X(2).
               88  AT-END      VALUE HIGH-VALUES.
