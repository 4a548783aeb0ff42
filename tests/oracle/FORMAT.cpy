000100*****************************************************************  CHG00001
000200*  05 THIS IS NO LEVEL. 10 NOR THIS PIC X(5).
000300/ A PAGE EJECT LINE
000400 01  FORMAT-REC.                                                  CHG00002
000500     05  A             PIC X(4).                                  CHG00003
ABC123     05  B             PIC X(5) *> INLINE 05 C PIC X.
               VALUE 'a*>b'.
      D    05  DEBUGGED      PIC X(50).

           05  LONG-NAME-
      -    CONTINUED         PIC X(6).
           05  LIT           PIC X(80) VALUE 'THIS LITERAL GOES UP TO 72
      -    'AND INTO THE NEXT LINE. 05 X'.
	05  TABBED	PIC X(7).
           05  c-lower       pic s9(5)v99 comp-3.
           05  D-LAST        PIC X.