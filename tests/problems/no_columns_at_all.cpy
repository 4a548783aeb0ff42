      *> error[CPY105]: '(' in column 7 is no indicator (blank * / - D)
      *> at 3:7
Record(customer, of the bank)
Fields: text of twenty characters
