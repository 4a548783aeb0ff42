      * A PARTY TO A CLAIM
           05  :P:.
               10  :P:-NAME        PIC X(:LEN:).
               10  :P:-PHONE       PIC 9(10).
               10  :P:-PHONE-R REDEFINES :P:-PHONE.
                   15  :P:-AREA    PIC 9(3).
                   15  :P:-LOCAL   PIC 9(7).
