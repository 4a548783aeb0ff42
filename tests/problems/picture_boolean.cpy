      *> error[CPY401]: PICTURE 1(8) holds '1' (boolean), which Enterprise COBOL has not
      *> at 4:27
        01  REC.
                05  A PIC 1(8).
