A00001 01  ALPHA-SEQUENCE.
      
B.0002     05  AS-A    PIC X(3).
*00003     05  AS-B    PIC 9(3).
!@#$%^     05  AS-C    PIC X.
05 AB      05  AS-D    PIC X.
'  '       05  AS-E    PIC X.
