       01  TAX-TABLE-AREA.
           03  TAX-LITERALS.
               05  FILLER  PIC X(12)  VALUE '000100001000'.
               05  FILLER  PIC X(12)  VALUE '000200001500'.
               05  FILLER  PIC X(12)  VALUE '000300002000'.
               05  FILLER  PIC X(12)  VALUE '999999003150'.
           03  TAX-TABLE REDEFINES TAX-LITERALS.
               05  TAX-BAND OCCURS 4 TIMES
                            ASCENDING KEY IS TAX-UP-TO
                            INDEXED BY TAX-IX.
                   07  TAX-UP-TO  PIC 9(6).
                   07  TAX-RATE   PIC 99V9(4).
           03  TAX-MIN            PIC 9(3)PPP.
           03  TAX-MICRO          PIC VPPP9(3) COMP-3.
           03  TAX-SCALE          PIC S9(4)P(3) COMP.
           03  TAX-NEG            PIC SPP9(2) SIGN TRAILING SEPARATE.
