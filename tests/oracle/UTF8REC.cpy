       01  UTF8-RECORD.
           05  U8-ID               PIC X(4).
           05  U8-NAME             PIC U(10) USAGE UTF-8.
           05  U8-SHORT            PIC UU.
           05  U8-END              PIC X.
