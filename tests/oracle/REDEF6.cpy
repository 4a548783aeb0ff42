      * The redefined item has OCCURS: accepted with a warning.
        01  REDEF6-REC.
            05  A PIC X(2) OCCURS 5.
            05  B REDEFINES A PIC X(10).
            05  C PIC X.
