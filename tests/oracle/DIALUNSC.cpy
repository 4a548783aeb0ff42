      * UNDERSCORES AND LONG NAMES
       01  PARTNER_FEED.
           05  PF_KEY              PIC X(5).
           05  PF_AMT              PIC S9(5)V99 COMP-3.
           05  PF-MIX_ED-NAME      PIC X.
