      * DIGITS OF DISPLAY WITH THEIR SIGN IN EVERY PLACE
       01  ZONED-RECORD.
           05  ZONED-KEY          PIC 9(6).
           05  Z-UNSIGNED         PIC 9(5)V99.
           05  Z-DIGIT            PIC S9.
           05  Z-TRAILING         PIC S9(7)V99.
           05  Z-TRAILING-TOO     PIC S9(4) SIGN TRAILING.
           05  Z-LEADING          PIC S9(7)V99 SIGN IS LEADING.
           05  Z-BEHIND           PIC S9(5)V9(3) TRAILING SEPARATE.
           05  Z-BEFORE           PIC S9(5)V9(3) LEADING SEPARATE.
           05  Z-FRACTION         PIC SV9(6).
           05  Z-LONG             PIC S9(18).
           05  Z-LONGEST          PIC S9(19)V9(12).
           05  Z-BLANK            PIC 9(6) BLANK WHEN ZERO.
