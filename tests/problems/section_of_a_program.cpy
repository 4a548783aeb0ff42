      *> error[CPY306]: WORKING-STORAGE SECTION: this is a program, not a copybook
      *> at 3:8
       WORKING-STORAGE SECTION.
       01  A PIC X(80).
