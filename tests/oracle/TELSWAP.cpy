      * THE SAME NAMES IN SEVERAL GROUPS
       01  LINE-SWAP.
           05  LS-OLD.
               10  LS-NPA              PIC 9(3).
               10  LS-NUM              PIC 9(7).
               10  LS-FEATURES.
                   15  LS-CODE         PIC X(4) OCCURS 5.
           05  LS-NEW.
               10  LS-NPA              PIC 9(3).
               10  LS-NUM              PIC 9(7).
               10  LS-FEATURES.
                   15  LS-CODE         PIC X(4) OCCURS 8.
           05  LS-FEATURES.
               10  LS-CODE             PIC X(2).
           66  LS-BOTH RENAMES LS-OLD THRU LS-NEW.
           66  LS-OLD-KEY RENAMES LS-NPA OF LS-OLD
                              THRU LS-NUM OF LS-OLD.
