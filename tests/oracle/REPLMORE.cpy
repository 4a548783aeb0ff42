       REPLACE ==PREFIX-== BY ==RM-==
               LEADING ==OLD== BY ==NEW==.
       01  REPLACED-MORE.
           05  PREFIX-A                PIC X(3).
           05  OLD-B                   PIC X(4).
           05  NOT-OLD-C               PIC X(5).
           COPY ADDRESSX REPLACING ==:TAG:== BY ==RMA==.
       REPLACE OFF.
           05  OLD-D                   PIC X.
