       01  CALL-AREA.
           05  CL-FUNC             PIC X(8).
           05  CL-RC               PIC S9(9) COMP.
           05  CL-IX               USAGE INDEX.
           05  CL-IX2              INDEX OCCURS 2.
           05  CL-PTR              USAGE IS POINTER.
           05  CL-PTR2             POINTER VALUE NULL.
           05  CL-PROC             USAGE PROCEDURE-POINTER.
