       01  TAGGED-CLAIM.
           05  TGC-ID              PIC X(8).
           COPY PARTY REPLACING ==:P:== BY ==TGC-INSURED==
                                ==:LEN:== BY ==30==.
           COPY PARTY REPLACING ==:P:== BY ==TGC-ADJUSTER==
                                ==:LEN:== BY ==12==.
           05  TGC-END             PIC X.
