       01  DEEP-REC.
        02  D02.
         03  D03.
          04  D04.
           05  D05.
            06  D06.
             07  D07.
              08  D08.
               09  D09.
                10  D10.
                 11  D11.
                  12  D12.
                   13  D13.
                    14  D14.
                     15  D15 PIC X(3).
                   13  D13B PIC S9(3) COMP-3.
             07  D07B REDEFINES D07.
              08  D08B PIC X.
              08  D09B PIC X(9).
           05  D05B PIC X.
        02  D02B OCCURS 2. 03 D03B OCCURS 2. 04 D04B OCCURS 2. 05 D05C
             OCCURS 2. 06 D06B OCCURS 2. 07 D07C OCCURS 2 PIC X.
