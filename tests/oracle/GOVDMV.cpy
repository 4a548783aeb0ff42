000100 01  DMV-RECORD.                                                  DMV00010
000200     03  DMV-PLATE           PIC X(8).                            DMV00020
000300     03  DMV-CLASS           PIC XX.                              DMV00030
000400         88  DMV-PASSENGER   VALUE 'PC' 'PV'                      DMV00040
000500                                   'SW'.                          DMV00050
000600         88  DMV-TRUCK       VALUE 'T1' THRU                      DMV00060
000700                             'T9'.                                DMV00070
000800     03  DMV-OWNER.                                               DMV00080
000900         05  DMV-LAST        PIC X(20).                           DMV00090
001000         05  DMV-FIRST       PIC X(12).                           DMV00100
001100     03  DMV-FEES.                                                DMV00110
001200         05  DMV-FEE         PIC 9(3)V99 OCCURS 6.                DMV00120
001300     03  DMV-EXPIRES         PIC 9(6).                            DMV00130
