      * STATISTIK DER FILIALE MÜNCHEN, GEÄNDERT VON JÖRG
       01  FILIAL-STATISTIK.
           05  FS-FILIALE          PIC 9(4).
           05  FS-NAME             PIC X(20) VALUE 'MÜNCHEN'.
           05  FS-UMSATZ           PIC S9(9)V99 COMP-3 OCCURS 12.
