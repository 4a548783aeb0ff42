       01  ATTRIBUTES-REC IS GLOBAL.
           05  AT-A                PIC X(3).
           05  AT-B                PIC S9(4) COMP.
       01  ATTRIBUTES-EXT          IS EXTERNAL.
           05  AE-A                PIC X(3).
           05  AE-B                PIC S9(4) COMP.
           05  AE-C OCCURS 3       PIC 9.
