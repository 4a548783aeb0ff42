           EXEC SQL DECLARE PROD.CUST TABLE
           ( CUST_ID    INTEGER NOT NULL,
             CUST_NAME  VARCHAR(30) NOT NULL
           ) END-EXEC.
       01  DCLCUST.
           10  CUST-ID  PIC S9(9) USAGE COMP.
           10  CUST-NAME.
               49  CUST-NAME-LEN  PIC S9(4) USAGE COMP.
               49  CUST-NAME-TEXT PIC X(30).
