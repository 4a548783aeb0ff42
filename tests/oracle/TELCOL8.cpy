       01 MINIMAL-INDENT.
       02 MI-A PIC X.
       02 MI-B.
       03 MI-C PIC 9(3).
       03 MI-D PIC 9(3).
       02 MI-E PIC X.
