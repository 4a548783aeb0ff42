      *> error[CPY901]: >>FROB is no compiler directive that cobrepo knows
      *> at 5:8
       01  REC.
           05  BEFORE-IT PIC X(4).
       >>FROB ON
           05  AFTER-IT PIC X.
