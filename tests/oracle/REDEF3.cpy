      * Tables inside redefinitions, unions inside tables.
        01  REDEF3-REC.
            05  BASE-A PIC X(12).
            05  TAB-A REDEFINES BASE-A.
                10  TA PIC X(3) OCCURS 4.
            05  TAB-B OCCURS 3.
                10  UA PIC X(4).
                10  UB REDEFINES UA PIC S9(7) COMP-3.
                10  UC REDEFINES UA.
                    15  UC1 PIC S9(4) COMP.
                    15  UC2 PIC S9(4) COMP.
                10  UD PIC X.
            05  TAIL PIC X.
