      *> error[CPY204]: the placeholder :TAG: is not replaced
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  :TAG:-NAME PIC X.
            05  AFTER-IT PIC X.
