*> expect: laid out 7
* a comment of Micro Focus
01 REC. *> the record
  05 A PIC X(5).
                                                                           05 B PIC X(2).
