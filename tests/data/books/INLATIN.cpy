      * NATIONAL-RECORD AS GNUCOBOL CAN WRITE IT: iconv MAKES UTF-16 OF IT
       01  INLATIN-RECORD.
           05  INLATIN-KEY        PIC 9(6).
           05  N-NAME             PIC X(20).
           05  N-RIGHT            PIC X(9) JUSTIFIED RIGHT.
           05  N-UNSIGNED         PIC 9(5)V99.
           05  N-BEFORE           PIC S9(5)V99 SIGN LEADING SEPARATE.
           05  N-BEHIND           PIC S9(7) SIGN TRAILING SEPARATE.
