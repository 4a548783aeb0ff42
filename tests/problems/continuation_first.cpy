      *> error[CPY110]: this line continues nothing
      *> at 3:7
      -    05  A PIC X.
            05  B PIC X.
