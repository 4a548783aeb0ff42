      *> warning[CPY311]: A-NAME-OF-THIRTY-ONE-CHARACTERS has 31 characters; Enterprise COBOL allows 30
      *> at 5:17
        01  REC.
            05  BEFORE-IT PIC X(4).
            05  A-NAME-OF-THIRTY-ONE-CHARACTERS PIC X.
            05  AFTER-IT PIC X.
