       01  METER-RECORD.
           05  MT-METER               PIC 9(10).
           05  MT-TARIFFS             PIC 9.
           05  MT-READING             PIC 9(7) OCCURS 1 TO 3
                                      DEPENDING ON MT-TARIFFS.
           05  MT-LAST-READ           PIC 9(8).
