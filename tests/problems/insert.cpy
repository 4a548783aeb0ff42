      *> error[CPY901]: INSERT: changes of a library's source are not carried out
      *> at 5:8
       01  REC.
           05  BEFORE-IT PIC X(4).
       INSERT 000130
           05  AFTER-IT PIC X.
