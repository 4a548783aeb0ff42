       01  SHORT-LINES.

 
   
           05  SL-1
               PIC
               X
               .
*
      *
      /
           05  SL-2 PIC 9(3)
           .
