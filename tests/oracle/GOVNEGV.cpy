       01  VALUE-FORMS.
           05  VF-A                PIC S9(3)V99 VALUE -1.25.
           05  VF-B                PIC S9(3)V99 VALUE +.25.
           05  VF-C                PIC S9(4) COMP VALUE -1.
           05  VF-D                PIC X(4) VALUE X'C1C2C3C4'.
           05  VF-E                PIC X(4) VALUE ALL 'AB'.
           05  VF-F                PIC X(4) VALUE QUOTE.
           05  VF-G                PIC X(4) VALUE LOW-VALUES.
           05  VF-H                PIC X(4) VALUE IS HIGH-VALUE.
           05  VF-I                PIC 9(4) VALUE ZEROS.
           05  VF-J                PIC X(9) VALUE "A ""B"" C".
           05  VF-K                PIC X(9) VALUE 'IT''S 05'.
           05  VF-L                PIC S9(9) COMP-3 VALUE +123456789.
           05  VF-M                COMP-1 VALUE 1.5.
           05  VF-N                COMP-2 VALUE 1.5E3.
           05  VF-O                PIC X(3) VALUE SPACE.
           05  VF-P                PIC 9V9 VALUE 1.5.
           05  VF-Q                OCCURS 3 PIC 9(2) VALUE 7.
           05  VF-R                VALUE 'GROUP VALUE'.
               10  VF-R1           PIC X(5).
               10  VF-R2           PIC X(6).
