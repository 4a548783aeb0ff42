       01  FORM-FEED-REC.
           05  FF-A                PIC X(3).

           05  FF-B                PIC X(3).
