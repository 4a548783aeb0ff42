       01  NO-DEBUG-REC.
           05  ND-A                PIC X(5).
      D    05  ND-TRACE            PIC X(10).
           05  ND-B                PIC X(5).
