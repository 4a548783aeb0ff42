      *> error[CPY304]: 'PAY00100' stands where an entry begins; an entry starts with a level number
      *> at 5:33
      *> with: source-format=free
 01  REC.
     05  A          PIC X.      PAY00100
     05  B          PIC X.      PAY00200
     05  C          PIC X.      PAY00300
     05  D          PIC X.      PAY00400
     05  E          PIC X.      PAY00500
