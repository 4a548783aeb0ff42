       PIC S9(9)V99
           COMP-3.
