       01  ODDS-REC.
           05  O-KEY           PIC 9(8).
           05  Z-UNS           PIC 9(5)V99.
           05  Z-TRAIL         PIC S9(5)V99.
           05  Z-LEAD          PIC S9(5) SIGN LEADING.
           05  Z-TSEP          PIC S9(5)V9 SIGN TRAILING SEPARATE.
           05  Z-LSEP          PIC S9(4) SIGN LEADING SEPARATE.
           05  Z-ONE           PIC S9.
           05  Z-PL            PIC VPP9(3).
           05  Z-PR            PIC S9(3)PP.
           05  P-EVEN          PIC S9(4) COMP-3.
           05  P-ODD           PIC S9(5)V99 COMP-3.
           05  P-UNS           PIC 9(6) COMP-3.
           05  P-BIG           PIC S9(16)V99 COMP-3.
           05  P-PR            PIC S9(3)PPP COMP-3.
           05  B2              PIC S9(4) COMP.
           05  B2U             PIC 9(4) COMP.
           05  B4              PIC S9(9) COMP.
           05  B4D             PIC S9(5)V99 COMP.
           05  B8              PIC S9(18) COMP.
           05  B8U             PIC 9(18) COMP.
           05  C5-2            PIC S9(4) COMP-5.
           05  C5-4U           PIC 9(9) COMP-5.
           05  C5-8            PIC S9(16)V99 COMP-5.
           05  F4              COMP-1.
           05  F8              COMP-2.
           05  N-TXT           PIC N(5) NATIONAL.
           05  N-DIG           PIC S9(5)V99 NATIONAL
               SIGN TRAILING SEPARATE.
           05  N-DIGU          PIC 9(4) USAGE NATIONAL.
           05  T-PLAIN         PIC X(10).
           05  T-JUST          PIC X(8) JUSTIFIED RIGHT.
           05  T-EDIT          PIC ZZ,ZZ9.99-.
           05  T-GRP.
               10  T-G1        PIC X(3).
               10  T-G2        PIC 9(3).
           05  BWZ             PIC 9(5) BLANK WHEN ZERO.
           05  D-YMD           PIC 9(8).
           05  D-YYMMDD        PIC 9(6) COMP-3.
           05  D-CYYMMDD       PIC 9(7) COMP-3.
           05  D-YYDDD         PIC 9(5) COMP-3.
           05  D-BIN           PIC 9(8) COMP.
           05  D-DMY           PIC X(10).
           05  T-HMS           PIC 9(6).
           05  TS-14           PIC 9(14).
           05  TS-FFF          PIC X(23).
           05  V-PAIR.
               49  V-LEN       PIC S9(4) COMP.
               49  V-TXT       PIC X(20).
           05  U-CHAR          PIC 9(4).
           05  P6              PIC 9(5) COMP-6.
           05  BX              PIC X(3) COMP-X.
           05  BX8             PIC 9(18) COMP-X.
           05  U-PACK          PIC 9(4) COMP-3.
           05  U-BIN           PIC 9(4) COMP.
           05  X-BITS          PIC X(4).
