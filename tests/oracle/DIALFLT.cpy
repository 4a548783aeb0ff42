       01  OTHER-FLOATS.
           05  OF-A                FLOAT-SHORT.
           05  OF-B                USAGE FLOAT-LONG.
           05  OF-C                FLOAT-DECIMAL-16.
           05  OF-D                USAGE IS FLOAT-DECIMAL-34.
           05  OF-E                PIC X.
