       01  LONG-NAMES-OF-THIRTY-CHARACTER.
           05  THE-FIRST-ITEM-WITH-30-LETTERS  PIC X.
           05  A-1234567890-1234567890-123456  PIC 9(3).
           05  9-LEADING-DIGITS                PIC X.
           05  1A                              PIC X(2).
           05  A1                              PIC X(2).
