        01  COPY-REC.
            05  HDR-X PIC X(2).
            COPY ADDRESSX REPLACING ==:TAG:== BY ==HOME==.
            COPY ADDRESSX REPLACING ==:TAG:== BY ==WORK==
                                    ==X(30)== BY ==X(40)==.
            05  TAIL PIC X.
