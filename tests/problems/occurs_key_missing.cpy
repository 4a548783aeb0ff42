      *> error[CPY529]: T: KEY NOWHERE is no item of this table
      *> at 5:19
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  T OCCURS 3 ASCENDING KEY IS NOWHERE.
                10  A PIC X.
            05  AFTER-IT PIC X.
