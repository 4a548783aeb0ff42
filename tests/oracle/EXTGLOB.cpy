        01  EXT-REC IS GLOBAL.
            05  A PIC X(3).
        01  EXT-REC2 EXTERNAL.
            05  B PIC X(4).
