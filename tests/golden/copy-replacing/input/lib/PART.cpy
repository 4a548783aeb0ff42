       10  :P:-ACCOUNT     PIC 9(10).
       10  :P:-BRANCH      PIC 9(4).
