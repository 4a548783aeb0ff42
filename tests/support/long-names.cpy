      *> expect: dialect CPY311 1
        01  REC.
            05  A-NAME-THAT-GOES-ON-AND-ON-UNTIL-THE-END PIC X.
