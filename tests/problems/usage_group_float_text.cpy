      *> error[CPY513]: B: COMP-1 takes no PICTURE
      *> at 5:23
        01  REC COMP-1.
                05  A.
                05  B PIC X(4).
