      *> error[CPY306]: IDENTIFICATION DIVISION: this is a program, not a copybook
      *> at 3:9
        IDENTIFICATION DIVISION.
        PROGRAM-ID. ABC.
        DATA DIVISION.
        WORKING-STORAGE SECTION.
        01  A PIC X.
        PROCEDURE DIVISION.
            MOVE 1 TO A.
