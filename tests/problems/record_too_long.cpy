      *> error[CPY545]: REC takes 10000000000 bytes; the limit is 999999999
      *> at 3:13
        01  REC.
                05  T OCCURS 100000.
                    10  A PIC X(100000).
