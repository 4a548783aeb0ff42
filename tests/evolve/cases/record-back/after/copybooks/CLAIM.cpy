       01  CLAIM-RECORD.
           05  CL-NO                  PIC 9(9).
           05  CL-POLICY              PIC X(10).
           05  CL-AMOUNT              PIC S9(9)V99 COMP-3.
