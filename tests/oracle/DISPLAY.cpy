      * Text and zoned numbers, every way to write a picture. 01 05 10.
        01  DISPLAY-REC.
            05  A1   PIC X.
            05  A2   PIC XXXX.
            05  A3   PICTURE X(10).
            05  A4   PICTURE IS A(5).
            05  A5   PIC AX9.
            05  N1   PIC 9.
            05  N2   PIC S9(5).
            05  N3   PIC S9(5)V99.
            05  N4   PIC 9(3)V9(2).
            05  N5   PIC V99.
            05  N6   PIC S9(13)V9(5).
            05  N7   PIC 9(4)9(3).
            05  LAST-ONE PIC X(007).
