      *> error[CPY901]: compiler directives are not supported yet
      *> at 5:7
        01  REC.
            05  BEFORE-IT PIC X(4).
      >>IF DEFINED X
            05  AFTER-IT PIC X.
