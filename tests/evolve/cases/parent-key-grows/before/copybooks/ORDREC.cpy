       01  ORDER-RECORD.
           05  ORDER-NO               PIC 9(9).
           05  LINE-COUNT             PIC 9(2).
           05  ORDER-LINE             OCCURS 10.
               10  LINE-ITEM          PIC X(12).
               10  LINE-QUANTITY      PIC 9(5).
               10  LINE-PRICE         PIC S9(7)V99 COMP-3.
