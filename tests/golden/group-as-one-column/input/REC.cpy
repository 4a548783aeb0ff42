       01  REC.
           05  REC-KEY.
               10  REGION      PIC XX.
               10  SERIAL-NO   PIC 9(6).
           05  FLAGS.
               10  FLAG-A      PIC X.
               10  FLAG-B      PIC X.
           05  ZIP-CODE        PIC 9(5).
