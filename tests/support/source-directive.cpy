      *> expect: laid out 7
      $SET SOURCEFORMAT"FREE"
01 REC.
  05 A PIC X(5).
>>SOURCE FORMAT IS FIXED
000100     05  B PIC X(2).
