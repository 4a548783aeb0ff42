        01  COND-REC.
            05  STATUS-X PIC X VALUE 'A'.
                88  ACTIVE   VALUE 'A'.
                88  CLOSED   VALUES 'C' 'D', 'E'.
                88  RANGE-X  VALUES ARE 'F' THRU 'K' 'P' THROUGH 'R'.
                88  BLANK-X  VALUE SPACE LOW-VALUES.
            05  CODE-N PIC S9(3) COMP-3 VALUE ZERO.
                88  NEGATIVE-N VALUES -999 THRU -1.
                88  SMALL-N  VALUE 0 1 2.
            05  AMT PIC 9(3)V99 VALUE 12.50.
            05  TXT PIC X(5) VALUE ALL '*'.
            05  DOT PIC X(9) VALUE 'a. 05 b'.
            05  QUO PIC X(6) VALUE "IT'S".
            05  HIG PIC X(6) VALUE HIGH-VALUES.
            05  GRP VALUE SPACES.
                10  G1 PIC X(3).
                88  G-OK VALUE 'ABC'.
            05  TAIL PIC X.
