      *> error[CPY901]: >>SOURCE FORMAT IS TERMINAL: no source format that cobrepo reads
      *> at 5:8
       01  REC.
           05  BEFORE-IT PIC X(4).
       >>SOURCE FORMAT IS TERMINAL
           05  AFTER-IT PIC X.
