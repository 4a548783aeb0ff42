      * RANDOM - NUMBERS THAT LOOK RANDOM AND ARE THE SAME ON EVERY RUN
      * (PARK AND MILLER'S GENERATOR). RANDOMP HAS THE PARAGRAPHS.
       01  RANDOM-NUMBERS.
           05  SEED                    PIC 9(10)  COMP-3 VALUE 20240229.
           05  PRODUCT-OF-SEED         PIC 9(17)  COMP-3.
           05  QUOTIENT                PIC 9(17)  COMP-3.
           05  HOW-MANY                   PIC 9(10)  COMP-3.
           05  PICK                    PIC 9(10)  COMP-3.
           05  AMOUNT                  PIC S9(13)V99 COMP-3.
           05  DAY-NUMBER              PIC 9(07)  COMP-3.
           05  PICKED-DATE             PIC 9(08).
           05  PICKED-PARTS REDEFINES PICKED-DATE.
               10  PICKED-YEAR         PIC 9(04).
               10  PICKED-MONTH        PIC 9(02).
               10  PICKED-DAY          PIC 9(02).
