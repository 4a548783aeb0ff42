      * Größe der Verkaufsfläche – neu
       01  VERKAUFSFLAECHE.
           05  VF-FILIALE          PIC 9(4).
           05  VF-QM               PIC 9(5)V9 COMP-3.
           05  VF-ART              PIC X.
