       01  ODO-WITHOUT-TO.
           05  OW-N                PIC 99 COMP.
           05  OW-T OCCURS 15 DEPENDING OW-N.
               10  OW-K            PIC X(3).
           05  OW-Z                PIC X.
