      *> error[CPY109]: the literal is not closed on this line
      *> at 4:40
       01  REC.
           05  TITLE-X PIC X(60) VALUE 'A TITLE THAT GOES ON IN THE NEXT
           'LINE, WHERE THE HYPHEN OF COLUMN 7 WAS LOST'.
           05  AFTER-IT PIC X.
