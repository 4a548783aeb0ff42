      *> with: --shared-records
      *> expect: by option differs 10 6
        01  HEADER-REC.
            05  H-KIND PIC X.
            05  H-DATE PIC 9(8).
            05  FILLER PIC X.
        01  DETAIL-REC.
            05  D-KIND PIC X.
            05  D-AMOUNT PIC 9(5).
