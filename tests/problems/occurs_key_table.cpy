      *> warning[CPY529]: T: KEY K occurs several times within one element
      *> at 4:23
        01  REC.
                05  T OCCURS 3 ASCENDING KEY IS K.
                    10  K PIC X OCCURS 2.
