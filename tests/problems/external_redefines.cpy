      *> error[CPY544]: REC: EXTERNAL beside REDEFINES
      *> at 4:44
        01  ONE-REC PIC X(4).
        01  REC REDEFINES ONE-REC PIC X(4) EXTERNAL.
