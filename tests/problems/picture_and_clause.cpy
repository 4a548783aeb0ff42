      *> error[CPY401]: no blank between PICTURE S9(7)V99 and COMP-3
      *> at 5:31
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC S9(7)V99COMP-3.
            05  AFTER-IT PIC X.
