      *> error[CPY902]: RD is refused: a report description has no records
      *> at 3:8
       RD  SALES-REPORT PAGE LIMIT 60.
       01  A PIC X(80).
