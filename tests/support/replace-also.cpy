      *> expect: dialect CPY904 9
       REPLACE ==:P:== BY ==CUST==.
       REPLACE ALSO ==SIZE1== BY ==X(5)==.
       01  :P:-REC.
           05  :P:-A PIC SIZE1.
           REPLACE LAST OFF.
           05  :P:-SIZE1 PIC X(4).
