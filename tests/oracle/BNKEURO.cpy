      *> with: decimal-comma
       01  EURO-STATEMENT.
           05  ES-IBAN             PIC X(34).
           05  ES-BETRAG           PIC Z.ZZZ.ZZ9,99-.
           05  ES-ZINS             PIC Z9,9(4).
           05  ES-SALDO            PIC S9(11)V99 COMP-3 VALUE -1234,56.
           05  ES-TAUSEND          PIC ZZZ.ZZZ.
           05  ES-STERNE           PIC *.***.**9,99.
           05  ES-KURS             PIC 9(3),9(6).
           05  ES-SATZ             PIC ,99.
           05  ES-ENDE             PIC X.
