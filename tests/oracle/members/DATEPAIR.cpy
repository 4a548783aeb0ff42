               10  DP-FROM             PIC 9(8).
               10  DP-TO               PIC 9(8).
