       01  CENSUS-BLOCK.
           05  CB-GEO.
               10  CB-STATE                PIC 99.
               10  CB-COUNTY               PIC 9(3).
               10  CB-TRACT                PIC 9(6).
               10  CB-TRACT-D REDEFINES CB-TRACT PIC 9(4)V99.
           05  CB-COUNTS COMP.
               10  CB-POP                  PIC 9(9).
               10  CB-HH                   PIC 9(7).
               10  CB-AGE OCCURS 18        PIC 9(6).
               10  CB-RACE OCCURS 2.
                   15  CB-R-MALE           PIC 9(6).
                   15  CB-R-FEMALE         PIC 9(6).
           05  CB-MEDIAN-INC               PIC 9(6)V99 COMP-3.
           05  CB-DENSITY                  COMP-1.
           05  CB-FLAG                     PIC X.
