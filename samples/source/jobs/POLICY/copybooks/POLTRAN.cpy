      * POLTRAN - INSURANCE POLICY TRANSACTIONS, FOUR RECORD TYPES.
      * THE DETAIL AREA IS REDEFINED BY TRANSACTION TYPE:
      *   NB NEW BUSINESS, PM PREMIUM PAYMENT, CL CLAIM
       01  PT-POLICY-TRANSACTION.
           05  PT-POLICY-NO                PIC X(12).
           05  PT-SEQUENCE-NO              PIC 9(5)  COMP-3.
           05  PT-TRAN-TYPE                PIC XX.
               88  PT-NEW-BUSINESS             VALUE 'NB'.
               88  PT-PREMIUM                  VALUE 'PM'.
               88  PT-CLAIM                    VALUE 'CL' 'CR'.
           05  PT-EFFECTIVE-DATE           PIC 9(8).
           05  PT-USER-ID                  PIC X(8).
           05  PT-DETAIL                   PIC X(120).
           05  PT-NB-DETAIL REDEFINES PT-DETAIL.
               10  PT-NB-PRODUCT           PIC X(6).
               10  PT-NB-INSURED-NAME      PIC X(40).
               10  PT-NB-BIRTH-DATE        PIC 9(8).
               10  PT-NB-SUM-INSURED       PIC S9(11)V99 COMP-3.
               10  PT-NB-TERM-MONTHS       PIC 9(3).
               10  PT-NB-SMOKER            PIC X.
                   88  PT-NB-IS-SMOKER         VALUE 'Y'.
                   88  PT-NB-NON-SMOKER        VALUE 'N'.
               10  FILLER                  PIC X(55).
           05  PT-PM-DETAIL REDEFINES PT-DETAIL.
               10  PT-PM-AMOUNT            PIC S9(9)V99 COMP-3.
               10  PT-PM-METHOD            PIC X.
                   88  PT-PM-DEBIT             VALUE 'D'.
                   88  PT-PM-CARD              VALUE 'C'.
                   88  PT-PM-TRANSFER          VALUE 'T'.
               10  PT-PM-PAID-THROUGH      PIC 9(8).
               10  PT-PM-REFERENCE         PIC X(20).
               10  FILLER                  PIC X(85).
           05  PT-CL-DETAIL REDEFINES PT-DETAIL.
               10  PT-CL-CLAIM-NO          PIC 9(10).
               10  PT-CL-LOSS-DATE         PIC 9(8).
               10  PT-CL-RESERVE           PIC S9(11)V99 COMP-3.
               10  PT-CL-PAID              PIC S9(11)V99 COMP-3.
               10  PT-CL-CAUSE-CODE        PIC 9(3).
               10  PT-CL-TEXT              PIC X(80).
               10  FILLER                  PIC X(5).
