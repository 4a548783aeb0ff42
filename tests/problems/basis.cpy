      *> error[CPY901]: BASIS: changes of a library's source are not carried out
      *> at 3:8
       BASIS CUSTREC
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  AFTER-IT PIC X.
