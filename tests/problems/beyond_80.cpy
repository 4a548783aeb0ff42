      *> warning[CPY108]: text beyond column 80 was ignored
      *> at 5:81
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A PIC X.                                                        CHG00001 and more
            05  AFTER-IT PIC X.
