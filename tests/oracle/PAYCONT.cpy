       01  CONTINUED-PAY-REC.
           05  CP-CODE             PIC X(3) VALUE 'ABC'.
           05  CP-VERY-LONG-NAME-OF-AN-I
      -    TEM                     PIC S9(5)V99 COMP-3.
           05  CP-TEXT         PIC X(70) VALUE 'THE FIRST PART OF THE
      -    ' TEXT. 05 CP-NOT-AN-ITEM PIC X(5).'.
           05  CP-QUOTED       PIC X(70) VALUE "HE SAID ""NO"". AND T
      -    "HEN HE WENT ON".
           05  CP-NUMBER           PIC 9(12) VALUE 1234567
      -    89012.
           05  CP-PIC              PIC X(0
      -    12).
           05  CP-END              PIC X.
