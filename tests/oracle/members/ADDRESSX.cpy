      * An address, copied under a tag.
           05  :TAG:-ADDRESS.
               10  :TAG:-STREET PIC X(30).
               10  :TAG:-ZIP    PIC 9(5).
