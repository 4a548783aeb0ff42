       05  CUST-NO         PIC 9(6).
       05  CUST-NAME       PIC X(30).
       05                  PIC X(4).
       05  CUST-LIMIT      PIC S9(7)V99 COMP-3.
