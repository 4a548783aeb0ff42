      *> with: lp64
       01  CALL-AREA-64.
           05  C6-FUNC             PIC X(8).
           05  C6-PTR              POINTER.
           05  C6-PTRS             USAGE POINTER OCCURS 3.
           05  C6-PROC             PROCEDURE-POINTER.
           05  C6-END              PIC X.
