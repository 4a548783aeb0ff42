      *> error[CPY902]: external floating-point pictures (E) are not supported yet
      *> at 5:30
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC +9.9(4)E+99.
            05  AFTER-IT PIC X.
