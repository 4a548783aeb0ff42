      ******************************************************************
      * DCLGEN TABLE(PROD.ORDERS)                                      *
      ******************************************************************
           EXEC SQL DECLARE PROD.ORDERS TABLE
           ( ORDER_NO                       INTEGER NOT NULL,
             ORDER_NOTE                     VARCHAR(100) NOT NULL,
             ORDER_AMT                      DECIMAL(11, 2)
           ) END-EXEC.
      ******************************************************************
      * COBOL DECLARATION FOR TABLE PROD.ORDERS                        *
      ******************************************************************
       01  DCLORDERS.
           10 ORDER-NO             PIC S9(9) USAGE COMP.
           10 ORDER-NOTE.
              49 ORDER-NOTE-LEN    PIC S9(4) USAGE COMP.
              49 ORDER-NOTE-TEXT   PIC X(100).
           10 ORDER-AMT            PIC S9(9)V9(2) USAGE COMP-3.
