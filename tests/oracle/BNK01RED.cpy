       01  SWIFT-HEADER.
           05  SW-BLOCK            PIC X(5).
           05  SW-MT               PIC 9(3).
       01  SWIFT-HEADER-R REDEFINES SWIFT-HEADER.
           05  SR-ALL              PIC X(8).
       01  SWIFT-BODY.
           05  SB-FIELD            PIC X(35) OCCURS 4.
       01  SWIFT-BODY-SHORT REDEFINES SWIFT-BODY.
           05  SS-ONE              PIC X(35).
