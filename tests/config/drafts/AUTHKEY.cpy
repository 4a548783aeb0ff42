           05  PA-AUTHORIZATION-KEY.
               10  PA-AUTH-DATE       PIC 9(8).
               10  PA-AUTH-TIME       PIC S9(9) COMP-3.
           05  PA-CARD-NUM            PIC X(16).
           05  PA-UPDATED             PIC X(26).
           05  PA-CHANGED-TS          PIC X(26).
