      *> error[CPY902]: UNBOUNDED is refused: the record has no greatest length; write the largest number
      *> at 5:36
       01  REC.
           05  N PIC 9(3).
           05  ROWS-IN OCCURS 0 TO UNBOUNDED TIMES DEPENDING ON N.
               10  ROW-NO PIC 9(5).
