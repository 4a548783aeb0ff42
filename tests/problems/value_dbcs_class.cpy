      *> warning[CPY526]: A: a text literal as VALUE of dbcs text
      *> at 4:42
        01  REC.
                05  A PIC G(2) DISPLAY-1 VALUE 'AB'.
