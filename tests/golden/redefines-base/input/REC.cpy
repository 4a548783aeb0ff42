       01  REC.
           05  REC-ID          PIC X(6).
           05  REC-TYPE        PIC X.
               88  IS-PERSON   VALUE 'P'.
               88  IS-COMPANY  VALUE 'C' 'F'.
           05  PERSON.
               10  LAST-NAME   PIC X(20).
               10  BIRTH-YEAR  PIC 9(4).
           05  COMPANY REDEFINES PERSON.
               10  LEGAL-NAME  PIC X(24).
