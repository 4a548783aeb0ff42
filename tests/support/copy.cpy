      *> expect: laid out 21
       01  REC.
           05  A PIC X.
           COPY GEO.
           COPY 'geo.cpy' OF MEMBERS SUPPRESS.
