      *> expect: refused CPY307 at 2:12
           MOVE SPACES TO CUST-NAME.
           PERFORM CHECK-NAME.
