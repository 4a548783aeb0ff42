      *> error[CPY401]: PICTURE 9(3)P9(2) has P between digits; P stands left or right of all of them
      *> at 5:27
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC 9(3)P9(2).
            05  AFTER-IT PIC X.
