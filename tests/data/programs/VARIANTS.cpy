       SET-ITEMS.
           MOVE N TO VARIANTS-KEY
           MOVE ALL X"40" TO V-BODY
           MOVE 'OK' TO V-AFTER
           PERFORM NEXT-NUMBER
           MOVE ANY-NUMBER TO V-LIMIT
           MOVE 4 TO HOW-MANY
           PERFORM NEXT-PICK
           EVALUATE PICK
               WHEN 0
                   SET V-IS-MONEY TO TRUE
                   PERFORM NEXT-NUMBER
                   MOVE ANY-NUMBER TO V-AMOUNT
                   PERFORM NEXT-NUMBER
                   MOVE ANY-NUMBER TO V-RATE
               WHEN 1
                   SET V-IS-COUNT TO TRUE
                   PERFORM COUNT-ITEMS
               WHEN 2
                   MOVE 'D' TO V-TYPE
                   PERFORM COUNT-ITEMS
               WHEN 3
                   MOVE 'T' TO V-TYPE
                   MOVE 20 TO TEXT-LENGTH
                   PERFORM NEXT-TEXT
                   MOVE ANY-TEXT TO V-BODY
           END-EVALUATE.

       COUNT-ITEMS.
           PERFORM NEXT-NUMBER
           MOVE ANY-NUMBER TO V-NUMBER
           MOVE 16 TO TEXT-LENGTH
           PERFORM NEXT-TEXT
           MOVE ANY-TEXT TO V-TEXT.

       SHOW-ITEMS.
           EVALUATE TRUE
               WHEN V-IS-MONEY
                   DISPLAY 'MONEY' X"1F" WITH NO ADVANCING
                   PERFORM SHOW-COMMON
                   MOVE V-AMOUNT TO SHOWN
                   DISPLAY SHOWN X"1F" WITH NO ADVANCING
                   MOVE V-RATE TO SHOWN
                   DISPLAY SHOWN X"1F" WITH NO ADVANCING
               WHEN V-IS-COUNT
                   DISPLAY 'COUNTED' X"1F" WITH NO ADVANCING
                   PERFORM SHOW-COMMON
                   MOVE V-NUMBER TO SHOWN
                   DISPLAY SHOWN X"1F" V-TEXT X"1F"
                       WITH NO ADVANCING
               WHEN OTHER
                   DISPLAY 'TOLD' X"1F" WITH NO ADVANCING
                   PERFORM SHOW-COMMON
                   DISPLAY V-BODY X"1F" WITH NO ADVANCING
           END-EVALUATE
           DISPLAY V-AFTER X"1F".

       SHOW-COMMON.
           MOVE VARIANTS-KEY TO SHOWN
           DISPLAY SHOWN X"1F" V-TYPE X"1F" WITH NO ADVANCING
           MOVE V-LIMIT TO SHOWN
           DISPLAY SHOWN X"1F" WITH NO ADVANCING.

       INTO-EBCDIC.
           EVALUATE TRUE
               WHEN V-IS-MONEY
                   INSPECT V-RATE (1:7)
                       CONVERTING LATIN-1 TO CODE-PAGE-037
               WHEN V-IS-COUNT
                   INSPECT V-TEXT CONVERTING LATIN-1 TO CODE-PAGE-037
               WHEN OTHER
                   INSPECT V-BODY CONVERTING LATIN-1 TO CODE-PAGE-037
           END-EVALUATE
           INSPECT V-AFTER CONVERTING LATIN-1 TO CODE-PAGE-037
           INSPECT VARIANTS-KEY CONVERTING LATIN-1 TO CODE-PAGE-037
           INSPECT V-TYPE CONVERTING LATIN-1 TO CODE-PAGE-037.

       FROM-EBCDIC.
           INSPECT V-TYPE CONVERTING CODE-PAGE-037 TO LATIN-1
           INSPECT VARIANTS-KEY CONVERTING CODE-PAGE-037 TO LATIN-1
           INSPECT V-AFTER CONVERTING CODE-PAGE-037 TO LATIN-1
           EVALUATE TRUE
               WHEN V-IS-MONEY
                   INSPECT V-RATE (1:7)
                       CONVERTING CODE-PAGE-037 TO LATIN-1
               WHEN V-IS-COUNT
                   INSPECT V-TEXT CONVERTING CODE-PAGE-037 TO LATIN-1
               WHEN OTHER
                   INSPECT V-BODY CONVERTING CODE-PAGE-037 TO LATIN-1
           END-EVALUATE.
