000010*  POLICY MASTER, PROPERTY AND CASUALTY                           00000010
000020 01  POLICY-MASTER.                                               00000020
000030   05  POL-KEY.                                                   00000030
000040     10  POL-LOB                 PIC X(2).                        00000040
000050         88  POL-AUTO            VALUE 'AU'.                      00000050
000060         88  POL-HOME            VALUE 'HO' 'CO' 'RE'.            00000060
000070     10  POL-NUMBER              PIC 9(9).                        00000070
000080     10  POL-SUFFIX              PIC 99.                          00000080
000090   05  POL-TERM.                                                  00000090
000100     10  POL-EFF                 PIC 9(8).                        00000100
000120     10  POL-EFF-X REDEFINES POL-EFF.                             00000120
000130       15  POL-EFF-CCYY          PIC 9(4).                        00000130
000140       15  POL-EFF-MM            PIC 99.                          00000140
000150       15  POL-EFF-DD            PIC 99.                          00000150
000155     10  POL-EXP                 PIC 9(8).                        00000155
000160   05  POL-INSURED               PIC X(40).                       00000160
000170   05  POL-PREM                  PIC S9(7)V99 COMP-3.             00000170
000180   05  POL-COV OCCURS 8 TIMES.                                    00000180
000190     10  POL-COV-CD              PIC X(3).                        00000190
000200     10  POL-COV-LIM             PIC S9(9) COMP-3.                00000200
000210     10  POL-COV-DED             PIC S9(5) COMP-3.                00000210
000220     10  POL-COV-PREM            PIC S9(5)V99 COMP-3.             00000220
000230   05  POL-AGENT                 PIC X(6).                        00000230
