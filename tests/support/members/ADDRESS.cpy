           05  :A:-STREET PIC X(20).
           05  :A:-CITY   PIC X(:LEN:).
           COPY GEO.
