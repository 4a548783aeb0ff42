       01  DRUG-MASTER.
          10  DR-NDC.
              20  DR-LABELER           PIC 9(5).
              20  DR-PRODUCT           PIC 9(4).
              20  DR-PACKAGE           PIC 9(2).
          10  DR-NDC-X REDEFINES DR-NDC PIC X(11).
          10  DR-STRENGTH              PIC 9(5)V9(3) COMP-3.
          10  DR-AWP                   PIC S9(7)V9(5) COMP-3.
          10  DR-SCHEDULE              PIC 9.
              88  DR-CONTROLLED        VALUE 2 THRU 5.
              88  DR-OTC               VALUE 0.
          10  DR-NAMES.
              20  DR-NAME OCCURS 3 TIMES PIC X(15).
          10  FILLER                   PIC X(9).
