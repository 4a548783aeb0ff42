      *> expect: accepted 5
CBL TRUNC(BIN),NUMPROC(PFD)
       PROCESS ARITH(COMPAT) LP(32) NSYMBOL(NATIONAL)
       01  REC.
           05  A PIC X(5).
