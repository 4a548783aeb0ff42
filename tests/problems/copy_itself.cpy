      *> error[CPY202]: COPY copy_itself copies itself: copy_itself.cpy -> copy_itself.cpy
      *> at 5:18
        01  REC.
            05  BEFORE-IT PIC X(4).
            COPY copy_itself.
            05  AFTER-IT PIC X.
