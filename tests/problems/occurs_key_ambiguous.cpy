      *> error[CPY529]: T: KEY K names 2 items
      *> at 4:23
        01  REC.
                05  T OCCURS 3 ASCENDING KEY IS K.
                    10  G.
                        15  K PIC X.
                    10  H.
                        15  K PIC X.
