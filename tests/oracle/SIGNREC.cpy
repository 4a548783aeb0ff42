        01  SIGNREC-REC SIGN TRAILING SEPARATE.
            05  S1  PIC S9(3).
            05  GRP.
                10  S2  PIC S9(3).
                10  S3  PIC S9(3) COMP.
            05  TAIL PIC X.
