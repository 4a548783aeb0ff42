       01  MQ-HEADER-NATIVE.
           05  MQ-ID               PIC X(4) VALUE 'MD  '.
           05  MQ-VERSION          PIC S9(9) COMP-5 VALUE 1.
           05  MQ-REPORT           PIC S9(9) BINARY VALUE 0.
           05  MQ-FLAGS            PIC 9(9) COMP-5.
           05  MQ-SHORT            PIC S9(4) COMP-5.
           05  MQ-LONG             PIC S9(18) COMP-5.
           05  MQ-TOKEN            PIC X(16) VALUE LOW-VALUES.
