      *> expect: refused CPY902
        01  REC.
            05  A USAGE IS SQL TYPE IS CLOB(30K).
