000100 01  BED-BOARD.                                                   BED00001
000200*    ONE ENTRY A WARD                                             BED00002
000300     03  BB-WARD     OCCURS 5 INDEXED BY BB-WX.                   BED00003
000400         05  BB-NAME PIC X(6).                                    BED00004
000500         05  BB-BED  OCCURS 12.                                   BED00005
000600             07  BB-ST   PIC X.                                   BED00006
000700                 88  BB-FREE VALUE 'F'.                           BED00007
000800             07  BB-MRN  PIC 9(9) COMP-3.                         BED00008
000900     03  BB-STAMP    PIC 9(14).                                   BED00009
