      *> error[CPY401]: PICTURE 9(4)B(250) has 254 positions; an edited number has up to 249
      *> at 4:27
        01  REC.
                05  A PIC 9(4)B(250).
