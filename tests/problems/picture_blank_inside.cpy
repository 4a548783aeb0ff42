      *> error[CPY309]: '5' after a blank: PICTURE has no blanks in it
      *> at 5:25
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A PIC X( 5 ).
           05  AFTER-IT PIC X.
