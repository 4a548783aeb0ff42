       01  PAYEE-REC.
           05  PE-NAME.
               10  PE-FIRST        PIC X(10).
               10  PE-LAST         PIC X(15).
           05  PE-STREET           PIC X(20).
           05  PE-CITY             PIC X(15).
           05  PE-ZIP              PIC 9(5).
           05  PE-GROSS            PIC S9(7)V99 COMP-3.
           66  PE-ADDRESS RENAMES PE-STREET THRU PE-ZIP.
           66  PE-FULL-NAME RENAMES PE-NAME.
           66  PE-ALL RENAMES PE-FIRST THROUGH PE-GROSS.
           66  PE-AMOUNT RENAMES PE-GROSS OF PAYEE-REC.
       01  PAYEE-REC-2.
           05  P2-A                PIC X(3).
           05  P2-B                PIC X(4).
       66  P2-AB RENAMES P2-A OF PAYEE-REC-2 THRU P2-B OF PAYEE-REC-2.
