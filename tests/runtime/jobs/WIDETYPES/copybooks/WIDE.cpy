      *   USAGES AND CATEGORIES BEYOND ZONED, PACKED, BINARY AND TEXT
       01  WIDE-TYPE.
           05  WIDE-KEY.
               10  WIDE-NAME      PIC N(8).
               10  WIDE-SERIAL    PIC 9(7) USAGE NATIONAL.
           05  NATIVE-NAME        PIC N(100).
           05  KANJI-NAME         PIC G(10) USAGE DISPLAY-1.
           05  UNICODE-NAME       PIC U(10).
           05  NATIONAL-TIME      PIC N(8).
           05  NATIONAL-AMOUNT    PIC ZZ9.99- USAGE NATIONAL.
           05  SCIENTIFIC         PIC +9.9(6)E+99.
           05  TINY-COUNT         BINARY-CHAR UNSIGNED.
           05  SMALL-COUNT        BINARY-SHORT.
           05  LARGE-COUNT        BINARY-LONG UNSIGNED.
           05  HUGE-COUNT         BINARY-DOUBLE UNSIGNED.
           05  HUGE-SIGNED        BINARY-DOUBLE SIGNED.
           05  PACKED-NO-SIGN     PIC 9(5) COMP-6.
           05  BYTE-COUNT         PIC X COMP-X.
           05  THREE-BYTES        PIC 9(7) COMP-X.
           05  SHORT-FLOAT        FLOAT-SHORT.
           05  LONG-FLOAT         FLOAT-LONG.
           05  ZERO-IS-BLANK      PIC 9(4) BLANK WHEN ZERO.
           05  SWITCH             PIC N.
               88  SWITCH-ON      VALUE N'Y' WHEN SET TO FALSE N'N'.
               88  SWITCH-HEX     VALUE NX'0058'.
           05  ROW-INDEX          USAGE INDEX.
           05  NEXT-AREA          USAGE POINTER.
           05  AREA-LIST          USAGE POINTER OCCURS 3 TIMES.
           05  ENTRY-POINT        USAGE PROCEDURE-POINTER.
           05  CALLBACK           USAGE FUNCTION-POINTER.
           05  NATIONAL-GROUP     GROUP-USAGE NATIONAL.
               10  NAT-A          PIC N(2).
               10  NAT-B          PIC N(3).
           05  MIXED-GROUP.
               10  MIX-A          PIC N(2).
               10  MIX-B          PIC X(3).
           66  WHOLE-NAME         RENAMES WIDE-NAME THRU NATIVE-NAME.
