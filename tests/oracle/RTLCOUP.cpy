       01  coupon-rec.
           05  cp-upc              pic 9(12).
           05  cp-val              pic 9(3)v99 comp-3.
           05  cp-rule.
               10  cp-fam-1        pic 9(3).
               10  cp-fam-2        pic 9(3).
               88  cp-any          value 0.
               10  cp-min          pic 99.
           05  cp-expire           pic x(6).
           05  cp-expire-n         redefines cp-expire pic 9(6).
           05  cp-expire-p         redefines cp-expire.
               10  cp-mm           pic 99.
               10  cp-dd           pic 99.
               10  cp-yy           pic 99.
