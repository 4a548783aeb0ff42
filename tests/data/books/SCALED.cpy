      * SCALING POSITIONS ON BOTH SIDES, IN EVERY USAGE
       01  SCALED-RECORD.
           05  SCALED-KEY         PIC 9(6).
           05  S-THOUSANDS        PIC S9(5)PPP.
           05  S-MILLIONTHS       PIC SVPPP9(3).
           05  S-UNSIGNED         PIC 9(3)PP.
           05  S-BEFORE           PIC SPP9(4) LEADING SEPARATE.
           05  S-PACKED-LARGE     PIC S9(5)PPP COMP-3.
           05  S-PACKED-SMALL     PIC SVPP9(4) COMP-3.
           05  S-BINARY-LARGE     PIC S9(6)PP COMP.
           05  S-BINARY-SMALL     PIC SVPPP9(4) COMP.
