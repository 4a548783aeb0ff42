      *> warning[CPY525]: A: VALUE 1.25 does not fit PICTURE 9(3)V9
      *> at 4:34
        01  REC.
                05  A PIC 9(3)V9 VALUE 1.25.
