000100*----------------------------------------------------------------*ORDREC
000200* ORDREC   CUSTOMER ORDER, VARIABLE LENGTH (RECFM VB)            *ORDREC
000300*          1 HEADER, 3 PHONES, UP TO 40 LINES OF 5 CHARGES       *ORDREC
000400*----------------------------------------------------------------*ORDREC
000500 01  ORDER-RECORD.                                                ORDREC
000600     03  ORDER-NO                PIC 9(9)      COMP-3.            ORDREC
000700     03  ORDER-CUSTOMER.                                          ORDREC
000800         05  CUSTOMER-NO         PIC X(8).                        ORDREC
000900         05  CUSTOMER-NAME.                                       ORDREC
001000             49  CUST-NAME-LEN   PIC S9(4)     COMP.              ORDREC
001100             49  CUST-NAME-TEXT  PIC X(60).                       ORDREC
001200         05  PHONE               PIC X(15)     OCCURS 3 TIMES.    ORDREC
001300     03  ORDER-DATE.                                              ORDREC
001400         05  ORDER-CCYY          PIC 9(4).                        ORDREC
001500         05  ORDER-MM            PIC 99.                          ORDREC
001600         05  ORDER-DD            PIC 99.                          ORDREC
001700     03  SHIP-TO.                                                 ORDREC
001800         05  STREET              PIC X(35).                       ORDREC
001900         05  CITY                PIC X(25).                       ORDREC
002000         05  POSTAL-CODE         PIC X(10).                       ORDREC
002100     03  BILL-TO.                                                 ORDREC
002200         05  STREET              PIC X(35).                       ORDREC
002300         05  CITY                PIC X(25).                       ORDREC
002400         05  POSTAL-CODE         PIC X(10).                       ORDREC
002500     03  ORDER-TOTAL             PIC S9(9)V99  COMP-3.            ORDREC
002600     03  DISCOUNT-PCT            PIC V999.                        ORDREC
002700     03  EDITED-TOTAL            PIC Z,ZZZ,ZZ9.99-.               ORDREC
002800     03  ORDER-PRIORITY          PIC X.                           ORDREC
002900         88  RUSH-ORDER          VALUE 'R'.                       ORDREC
003000         88  NORMAL-ORDER        VALUES ARE 'N' ' '.              ORDREC
003100     03  LINE-COUNT              PIC S9(4)     COMP.              ORDREC
003200     03  ORDER-LINE              OCCURS 1 TO 40 TIMES             ORDREC
003300                                 DEPENDING ON LINE-COUNT          ORDREC
003400                                 INDEXED BY LINE-IX.              ORDREC
003500         05  SKU                 PIC X(12).                       ORDREC
003600         05  QUANTITY            PIC S9(5)     COMP-3.            ORDREC
003700         05  UNIT-PRICE          PIC S9(7)V99  COMP-3.            ORDREC
003800         05  CHARGE              OCCURS 5 TIMES.                  ORDREC
003900             07  CHARGE-CODE     PIC XX.                          ORDREC
004000             07  CHARGE-AMT      PIC S9(5)V99  COMP-3.            ORDREC
