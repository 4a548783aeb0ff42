      * ONE AND TWO DIGITS: A BYTE FOR GNUCOBOL, A HALFWORD FOR IBM.
       01  TINY-NATIVE.
           05  TN-A                PIC 9 COMP-5.
           05  TN-B                PIC S99 COMP-5.
           05  TN-C                PIC 9(3) COMP-5.
           05  TN-D                PIC S9(3)V9(4) COMP-5.
           05  TN-E                PIC 9(10) COMP-5.
