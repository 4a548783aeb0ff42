       01  GL-EXTRACT              SIGN IS TRAILING SEPARATE CHARACTER.
           05  GL-ACCT             PIC 9(8).
           05  GL-DR               PIC S9(11)V99.
           05  GL-CR               PIC S9(11)V99 SIGN LEADING.
           05  GL-NET              PIC S9(11)V99 COMP-3.
           05  GL-SUB              SIGN IS LEADING SEPARATE.
               10  GL-SUB-1        PIC S9(5).
               10  GL-SUB-2        PIC S9(5) TRAILING.
               10  GL-SUB-3        PIC 9(5).
               10  GL-SUB-G.
                   15  GL-SUB-4    PIC S9(3)V99.
                   15  GL-SUB-5    PIC S9(4) COMP.
           05  GL-LAST             PIC S99.
