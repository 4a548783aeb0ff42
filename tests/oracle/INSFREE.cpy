       >>SOURCE FORMAT IS FREE
*> a copybook that somebody keeps in free format
01 quote-request.
  05 qr-id pic x(10). 05 qr-when pic 9(14).
  05 qr-items.
    10 qr-item occurs 5 times indexed by qr-ix.
      15 qr-sku pic x(8). *> stock number
      15 qr-qty pic s9(5) comp-3.
      15 qr-price pic s9(7)v99 sign trailing separate.
05 qr-note pic x(40) value "not 'fixed'. Really".
