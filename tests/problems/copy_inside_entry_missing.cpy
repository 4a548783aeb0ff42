      *> error[CPY201]: COPY NOWHERE: no such member
      *> at 5:23
       01  REC.
           05  BEFORE-IT PIC X(4).
           05  A COPY NOWHERE.
           05  AFTER-IT PIC X.
