      * CALL DETAIL RECORD, SWITCH 5ESS
       01  CDR.
           05  CDR-HEX-ID              PIC 9(4) COMP.
           05  CDR-STRUCT              PIC 9(5) COMP-3.
           05  CDR-CALL-TYPE           PIC 9(3) COMP-3.
               88  CDR-LOCAL           VALUE 001 005.
               88  CDR-TOLL            VALUE 006 THRU 009.
               88  CDR-OPERATOR        VALUE 110 THRU 119 800.
           05  CDR-ORIG.
               10  CDR-O-NPA           PIC 9(3).
               10  CDR-O-NXX           PIC 9(3).
               10  CDR-O-LINE          PIC 9(4).
           05  CDR-TERM.
               10  CDR-O-NPA           PIC 9(3).
               10  CDR-O-NXX           PIC 9(3).
               10  CDR-O-LINE          PIC 9(4).
           05  CDR-CONNECT             PIC 9(7) COMP-3.
           05  CDR-ELAPSED             PIC 9(9) COMP-3.
           05  CDR-MODULE-CNT          PIC 9(2).
           05  CDR-MODULE OCCURS 0 TO 10 TIMES
                          DEPENDING ON CDR-MODULE-CNT OF CDR.
               10  CDR-MOD-CODE        PIC 9(3) COMP-3.
               10  CDR-MOD-DATA        PIC X(20).
               10  CDR-MOD-NUM REDEFINES CDR-MOD-DATA.
                   15  CDR-MOD-DIGITS  PIC 9(15) COMP-3.
                   15  FILLER          PIC X(12).
