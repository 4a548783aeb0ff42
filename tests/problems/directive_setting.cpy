      *> error[CPY901]: $SET IBMCOMP: a setting that may change the layout
      *> at 5:12
       01  REC.
           05  BEFORE-IT PIC X(4).
      $SET IBMCOMP
           05  AFTER-IT PIC X.
