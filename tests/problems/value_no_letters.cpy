      *> warning[CPY526]: A: VALUE 'A1B' holds more than letters and blanks
      *> at 4:32
        01  REC.
                05  A PIC A(3) VALUE 'A1B'.
