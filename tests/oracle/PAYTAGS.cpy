RK8701 01  PENSION-REC.
RK8701     05  PN-SCHEME           PIC X(4).                            RK870112
JM9103*    05  PN-OLD-RATE         PIC 9V99.                            JM910305
JM9103     05  PN-RATE             PIC 9V9999 COMP-3.                   JM910305
           05  PN-EMPLOYER         PIC S9(7)V99 COMP-3.
Y2K98A     05  PN-JOINED           PIC 9(8).                            Y2K98A
Y2K98A     05  PN-JOINED-OLD REDEFINES PN-JOINED.                       Y2K98A
Y2K98A         10  FILLER          PIC 99.                              Y2K98A
Y2K98A         10  PN-JOINED-YMD   PIC 9(6).                            Y2K98A
123456     05  PN-STATUS           PIC X.                               12345678
