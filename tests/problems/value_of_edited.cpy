      *> warning[CPY526]: A: a number as VALUE of an edited number
      *> at 4:31
        01  REC.
                05  A PIC ZZ9 VALUE 5.
