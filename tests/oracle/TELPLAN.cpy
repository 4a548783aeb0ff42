       01  RATE-PLANS.
           10  RPL-COUNT               PIC 9(2) COMP-3.
           10  RPL-PLAN OCCURS 20 TIMES DEPENDING ON RPL-COUNT
                   DESCENDING KEY IS RPL-START
                   INDEXED BY RPL-X1 RPL-X2 RPL-X3.
               20  RPL-ID              PIC X(5).
               20  RPL-START           PIC 9(8).
               20  RPL-MINUTES         PIC 9(5)V9 COMP-3.
               20  RPL-BANDS OCCURS 4.
                   30  RPL-BAND        PIC 9V9(3) COMP-3.
