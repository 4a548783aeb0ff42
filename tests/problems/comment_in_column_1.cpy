      *> error[CPY118]: an asterisk in column 1 makes no comment in fixed format
      *> at 3:1
* The record of a customer
       01  REC.
           05  BEFORE-IT PIC X(4).
* THE items
           05  AFTER-IT PIC X.
