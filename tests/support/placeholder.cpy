      *> with: --replacing TAG=CUST --replacing :LEN:=5 --replacing (TAG)=CUST
      *> expect: by option CPY204 6
       01  :TAG:-REC.
           05  :TAG:-A PIC X(:LEN:).
           05  (TAG)-B PIC X.
