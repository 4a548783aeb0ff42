       01  REC.
           05  REC-ID          PIC X(254).
           05  LONG-TEXT       PIC X(255).
           05  LETTERS         PIC A(10) JUSTIFIED RIGHT.
           05  EDITED          PIC ZZZ,ZZ9.99CR.
           05  DATE-EDITED     PIC 99/99/9999.
           05  COMMENT-FIELD.
               49  COMMENT-LEN     PIC S9(4) COMP.
               49  COMMENT-TEXT    PIC X(200).
