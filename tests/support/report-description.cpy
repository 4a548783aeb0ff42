      *> expect: refused CPY902
       RD  SALES-REPORT PAGE LIMIT IS 60 LINES.
       01  REC PIC X(132).
