       01  COPY-IN-ENTRY.
           05  CE-A COPY PICTEXT.
           05  CE-B PIC X(3).
           05  CE-T OCCURS 3. COPY LEAFITEM REPLACING ==L-== BY ==CE-==.
           05  CE-C PIC X.
