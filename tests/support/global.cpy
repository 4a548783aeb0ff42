      *> expect: recorded REC global_
        01  REC IS GLOBAL.
            05  A PIC X.
