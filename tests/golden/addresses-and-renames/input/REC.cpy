      *   WHAT BECOMES NO COLUMN
       01  REC IS EXTERNAL.
           05  REC-ID          PIC X(4).
           05  ROW-INDEX       USAGE INDEX.
           05  NEXT-AREA       USAGE POINTER.
           05  OLD-AREAS       USAGE POINTER OCCURS 3 TIMES.
           05  ENTRY-POINT     USAGE PROCEDURE-POINTER.
           05  CALLBACK        USAGE FUNCTION-POINTER.
           05  FIRST-NAME      PIC X(10).
           05  LAST-NAME       PIC X(10).
           05  LINKS           OCCURS 2 TIMES.
               10  LINK-NO     PIC 9(3).
               10  LINK-AREA   USAGE POINTER.
           05  AREA-TEXT       PIC X(4).
           05  AREA-POINTER    REDEFINES AREA-TEXT USAGE POINTER.
           66  WHOLE-NAME      RENAMES FIRST-NAME THRU LAST-NAME.
           66  SURNAME         RENAMES LAST-NAME.
