      *> warning[CPY526]: A-B: a number as VALUE of alphanumeric text
      *> at 5:29
        01  REC.
                05  A PIC X(2).
                    88  A-B VALUE 1.
