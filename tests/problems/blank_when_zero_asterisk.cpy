      *> error[CPY520]: A: BLANK WHEN ZERO does not go with the asterisk in **,**9.99DB
      *> at 4:35
       01  REC.
           05  A PIC **,**9.99DB  BLANK WHEN ZERO.
