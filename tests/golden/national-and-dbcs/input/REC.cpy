      *   TEXT THAT IS NOT IN THE RECORD'S CODE PAGE
       01  REC.
           05  REC-ID          PIC N(4).
           05  NATIONAL-NAME   PIC N(20).
           05  LONG-NAME       PIC N(100).
           05  NATIONAL-DIGITS PIC 9(5) USAGE NATIONAL.
           05  NATIONAL-AMOUNT PIC ZZ9.99- USAGE NATIONAL.
           05  EDITED-NAME     PIC NN/NN.
           05  NATIONAL-DATE   PIC N(8).
           05  KANJI-NAME      PIC G(10) DISPLAY-1.
           05  UTF-8-NAME      PIC U(10).
           05  UTF-8-SHORT     PIC U BYTE-LENGTH 30.
           05  LETTERS         PIC N OCCURS 3 TIMES.
           05  WHOLE           GROUP-USAGE NATIONAL.
               10  PART-A      PIC N(2).
               10  PART-B      PIC N(3).
           05  REMARK.
               49  REMARK-LEN  PIC S9(4) COMP-5.
               49  REMARK-TEXT PIC G(50) DISPLAY-1.
