      * NATIONAL AND EDITED
       01  NATIONAL-EDITED-REC.
           05  NE-A                PIC NNBNN.
           05  NE-B                PIC N(2)/N(2)0 USAGE NATIONAL.
           05  NE-C                PIC X.
