       01  REC.
           05  REC-ID          PIC X(4).
           05  FROM-PART.
               COPY PART REPLACING ==:P:== BY ==FROM==.
           05  TO-PART.
               COPY PART REPLACING ==:P:== BY ==TO==.
