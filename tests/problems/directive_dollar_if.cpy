      *> error[CPY901]: $IF: conditional compilation is not carried out
      *> at 5:7
       01  REC.
           05  BEFORE-IT PIC X(4).
      $IF LARGE DEFINED
           05  A PIC X(9).
      $ELSE
           05  A PIC X.
      $END
           05  AFTER-IT PIC X.
