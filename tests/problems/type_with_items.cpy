      *> error[CPY902]: A has the items of T-A; none can stand below it
      *> at 5:19
        01  T-A IS TYPEDEF PIC X.
        01  REC.
            05  A TYPE T-A.
                10  B PIC X.
