       01  SUPPRESSED-COPY.
           COPY ADDRESSX SUPPRESS REPLACING ==:TAG:== BY ==SUP==.
           COPY "ADDRESSX.cpy" REPLACING ==:TAG:== BY ==LIT==.
           05  SUP-END                 PIC X.
