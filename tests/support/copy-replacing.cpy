      *> expect: laid out 46
       01  REC.
           COPY ADDRESS REPLACING ==:A:== BY ==HOME==
               ==:LEN:== BY ==15==, COMP-3 BY COMP
               ==s9(3)v9(5)
                 comp-3== BY ==X(5)==.
           05  Z PIC X.
