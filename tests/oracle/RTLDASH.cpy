      /**************************************************************
       01  STORE-HOURS.
      * -------------------- WEEKDAYS --------------------------------
           03  SH-DAY  OCCURS 7 TIMES
      *                THE COMMENT BETWEEN
                       INDEXED BY SH-IX.
               05  SH-OPEN         PIC 9(4)

                                   COMP-3
      *            05  SH-OLD      PIC X(9).
                                   .
               05  SH-CLOSE        PIC 9(4) COMP-3. *> A REMARK. 05 X.
               05  SH-NOTE         PIC X(8) VALUE '*> NOTE.'.
