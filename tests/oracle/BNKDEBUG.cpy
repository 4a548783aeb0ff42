      *> with: debugging
       01  DEBUG-REC.
           05  DB-A                PIC X(5).
      D    05  DB-TRACE            PIC X(10).
      d    05  DB-TRACE2           PIC 9(4) COMP.
           05  DB-B                PIC X(5).
