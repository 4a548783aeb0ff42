       01  PURCHASE-ORDER.
           05  PO-NUM                   PIC X(10).
           05  PO-LINE-CNT              PIC 9(3) COMP.
           05  PO-LINES.
               10  PO-LINE OCCURS 1 TO 200 TIMES
                           DEPENDING ON PO-LINE-CNT
                           INDEXED BY PO-LX.
                   15  PO-SKU           PIC X(8).
                   15  PO-QTY           PIC S9(5) COMP-3.
                   15  PO-SHIP OCCURS 2.
                       20  PO-SHIP-QTY  PIC S9(5) COMP-3.
                       20  PO-SHIP-DT   PIC 9(6).
