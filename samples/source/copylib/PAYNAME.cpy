      * PAYNAME - NAME AND POSTAL ADDRESS, SHARED BY THE PAYROLL FILES
           10  :TAG:-LAST-NAME             PIC X(25).
           10  :TAG:-FIRST-NAME            PIC X(20).
           10  :TAG:-STREET                PIC X(30).
           10  :TAG:-CITY                  PIC X(25).
           10  :TAG:-STATE                 PIC X(02).
           10  :TAG:-ZIP                   PIC 9(05).
