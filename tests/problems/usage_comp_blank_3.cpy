      *> error[CPY305]: unknown clause '3'
      *> at 4:41
       01  REC.
           05  FIRST-IT PIC S9(5)  COMP 3.
           05  AFTER-IT PIC 9.
