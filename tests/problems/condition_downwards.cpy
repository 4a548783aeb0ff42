      *> warning[CPY527]: A-B: 20 THRU 10 goes downwards
      *> at 5:29
        01  REC.
                05  A PIC 9(2).
                    88  A-B VALUE 20 THRU 10.
