      * UTF-16, TEXT AND DIGITS
       01  NATIONAL-RECORD.
           05  NATIONAL-KEY       PIC 9(6) NATIONAL.
           05  N-NAME             PIC N(20).
           05  N-RIGHT            PIC N(9) JUSTIFIED RIGHT.
           05  N-UNSIGNED         PIC 9(5)V99 NATIONAL.
           05  N-BEFORE           PIC S9(5)V99 NATIONAL
                                  SIGN LEADING SEPARATE.
           05  N-BEHIND           PIC S9(7) NATIONAL
                                  SIGN TRAILING SEPARATE.
