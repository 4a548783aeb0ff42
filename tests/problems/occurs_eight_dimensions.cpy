      *> error[CPY543]: H is the 8th table within another
      *> at 11:36
        01  REC.
                05  A OCCURS 2.
                 10  B OCCURS 2.
                  15  C OCCURS 2.
                   20  D OCCURS 2.
                    25  E OCCURS 2.
                     30  F OCCURS 2.
                      35  G OCCURS 2.
                       40  H PIC X OCCURS 2.
