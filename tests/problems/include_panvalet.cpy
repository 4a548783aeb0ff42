      *> error[CPY901]: ++INCLUDE: changes of a library's source are not carried out
      *> at 5:8
       01  REC.
           05  BEFORE-IT PIC X(4).
       ++INCLUDE CUSTREC
           05  AFTER-IT PIC X.
