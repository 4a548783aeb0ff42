      * THE REDEFINING AREA IS LARGER: THE GROUP GROWS.
       01  BIG-REDEF.
           05  BR-G.
               10  BR-SHORT        PIC X(4).
               10  BR-LONG REDEFINES BR-SHORT.
                   15  BR-L1       PIC 9(9) COMP.
                   15  BR-L2       PIC X(9).
               10  BR-NEXT         PIC X(2).
           05  BR-TAIL             PIC X.
