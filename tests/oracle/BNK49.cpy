      * VARCHAR COLUMNS AS DCLGEN WRITES THEM
       01  DCLCUSTOMER.
           10 CUST-ID              PIC S9(9) USAGE COMP.
           10 CUST-NAME.
              49 CUST-NAME-LEN     PIC S9(4) USAGE COMP.
              49 CUST-NAME-TEXT    PIC X(60).
           10 CUST-BORN            PIC X(10).
           10 CUST-LIMIT           PIC S9(9)V9(2) USAGE COMP-3.
           10 CUST-NOTES.
              49 CUST-NOTES-LEN    PIC S9(4) COMP-5.
              49 CUST-NOTES-TEXT   PIC X(254).
           10 CUST-CHANGED         PIC X(26).
