        01  NAMELESS-REC.
            05  A PIC X(2).
            05       PIC X(3).
            05  B PIC X.
            05  FILLER PIC X(5).
            05.
                10  C PIC X.
                10    PIC 9(4) COMP.
            05  FILLER OCCURS 3.
                10  D PIC X(2).
            05  E PIC X.
