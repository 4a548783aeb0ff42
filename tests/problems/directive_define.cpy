      *> error[CPY901]: >>DEFINE: conditional compilation is not carried out
      *> at 5:12
       01  REC.
           05  BEFORE-IT PIC X(4).
           >>DEFINE LARGE AS 1
           05  AFTER-IT PIC X.
