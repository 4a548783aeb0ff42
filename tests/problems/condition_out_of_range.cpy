      *> warning[CPY525]: A-B: VALUE 100 does not fit PICTURE 9(2)
      *> at 5:29
        01  REC.
                05  A PIC 9(2).
                    88  A-B VALUE 10 THRU 100.
