       01  QUALIFIED-ODO.
           05  QO-HEAD.
               10  QO-N                PIC 9(2).
               10  QO-DATE             PIC 9(8).
           05  QO-BODY.
               10  QO-INNER.
                   15  QO-ROW OCCURS 3 TO 30 TIMES
                       DEPENDING ON QO-N OF QO-HEAD OF QUALIFIED-ODO
                       ASCENDING KEY QO-ROW-KEY DESCENDING QO-ROW-PRI
                       INDEXED BY QO-IX.
                       20  QO-ROW-KEY  PIC X(5).
                       20  QO-ROW-PRI  PIC 9.
