      *> error[CPY401]: PICTURE 9(4)CRDB repeats CR or DB, which stand only once
      *> at 4:27
        01  REC.
                05  A PIC 9(4)CRDB.
