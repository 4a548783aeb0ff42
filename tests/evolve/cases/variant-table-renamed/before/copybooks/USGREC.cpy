       01  USAGE-RECORD.
           05  UR-SUBSCRIBER          PIC 9(12).
           05  UR-TYPE                PIC X.
           05  UR-DETAIL              PIC X(20).
           05  UR-VOICE REDEFINES UR-DETAIL.
               10  UR-CALLED          PIC X(15).
               10  UR-SECONDS         PIC 9(5).
           05  UR-DATA REDEFINES UR-DETAIL.
               10  UR-BYTES           PIC 9(12).
               10  UR-APN             PIC X(8).
