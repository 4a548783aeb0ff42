      *> error[CPY515]: A is COMP-3, but PICTURE ZZ9 is numeric-edited
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC ZZ9 COMP-3.
            05  AFTER-IT PIC X.
