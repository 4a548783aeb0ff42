      *> error[CPY307]: MOVE: this is procedure code, not a data description
      *> at 4:13
        01  A PIC X.
            MOVE SPACES TO A.
            PERFORM 100-READ.
