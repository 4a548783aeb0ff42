      * NATIONAL: SIX BYTES FOR THREE CHARACTERS.
       01  PATIENT-NAME-N.
           05  PN-ID               PIC 9(9).
           05  PN-KANJI            PIC N(10).
           05  PN-KANA             PIC NNN USAGE NATIONAL.
           05  PN-END              PIC X.
