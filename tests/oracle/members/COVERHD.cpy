       01  XX-COVER-RECORD.
           05  XX-ID                   PIC X(5).
           05  XX-DATES.
               COPY DATEPAIR.
           05  XX-LAST                 PIC X.
