      *> warning[CPY525]: A: VALUE 12345 does not fit PICTURE 9(3)PP
      *> at 4:34
        01  REC.
                05  A PIC 9(3)PP VALUE 12345.
