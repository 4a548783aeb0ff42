       01  Bank-Transfer-Rec.
           05  Bt-Type      Pic X(01) Value "A".
             88 Bt-Credit   Value "A".
             88 bt-debit    Value "b" "B".
           05  Bt-Bank      Pic 9(08).
           05  BT-ACCOUNT   pic X(34).
           05  Bt-Amount    Pic S9(11)V9(02) Comp-3.
           05  FILLER       Pic X(05) Value Spaces.
           05  Filler       Pic X(05).
