       01  METER-RECORD.
           05  MT-METER               PIC 9(10).
           05  MT-TARIFFS             PIC 9.
           05  MT-READING             PIC 9(9) OCCURS 4.
           05  MT-LAST-READ           PIC 9(8).
