      *   P TAKES NO BYTES BUT COUNTS AS A DIGIT OF THE COLUMN
       01  REC.
           05  REC-ID          PIC X(4).
           05  MILLIONS        PIC 9(3)P(6).
           05  MICROS          PIC VP(3)9(3).
           05  PACKED-P        PIC S9(5)PP COMP-3.
