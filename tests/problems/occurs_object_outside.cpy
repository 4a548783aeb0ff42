      *> warning[CPY528]: A: DEPENDING ON ELSEWHERE: no such item in this copybook
      *> at 4:32
            05  A PIC X OCCURS 1 TO 3 TIMES
                  DEPENDING ON ELSEWHERE.
