       01  ONE-NUMBER-RECORD           PIC S9(7)V99 COMP-3.
       01  ONE-TABLE-RECORD.
           05  OT-CELL                 PIC 9 OCCURS 100.
       77  ONE-77                      PIC 9(4) COMP.
