       SET-ITEMS.
           MOVE N TO TABLES-KEY
           MOVE ALL 'END.' TO T-END
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 12
               PERFORM NEXT-NUMBER
               MOVE ANY-NUMBER TO T-MONTH (A)
           END-PERFORM
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 3
               MOVE 5 TO TEXT-LENGTH
               PERFORM NEXT-TEXT
               MOVE ANY-TEXT TO T-REGION-NAME (A)
               PERFORM NEXT-NUMBER
               MOVE ANY-NUMBER TO T-SHARE (A)
               PERFORM VARYING B FROM 1 BY 1 UNTIL B > 4
                   PERFORM NEXT-NUMBER
                   MOVE ANY-NUMBER TO T-SALES (A, B)
                   PERFORM NEXT-NUMBER
                   MOVE ANY-NUMBER TO T-UNITS (A, B)
               END-PERFORM
           END-PERFORM
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 6
               MOVE 3 TO TEXT-LENGTH
               PERFORM NEXT-TEXT
               MOVE ANY-TEXT TO T-SLOT-CODE (A)
               PERFORM NEXT-NUMBER
               MOVE ANY-NUMBER TO T-SLOT-AMOUNT (A)
               IF FUNCTION MOD (N + A, 3) = 0
                   MOVE LOW-VALUES TO T-SLOT (A)
               END-IF
           END-PERFORM.

       SHOW-ITEMS.
           DISPLAY 'TABLES' X"1F" WITH NO ADVANCING
           PERFORM SHOW-KEY
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 12
               MOVE T-MONTH (A) TO SHOWN
               DISPLAY SHOWN X"1F" WITH NO ADVANCING
           END-PERFORM
           DISPLAY T-END X"1F"
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 3
               DISPLAY 'T_REGION' X"1F" WITH NO ADVANCING
               PERFORM SHOW-KEY
               MOVE T-SHARE (A) TO SHOWN
               DISPLAY A X"1F" T-REGION-NAME (A) X"1F" SHOWN X"1F"
               PERFORM VARYING B FROM 1 BY 1 UNTIL B > 4
                   DISPLAY 'T_QUARTER' X"1F" WITH NO ADVANCING
                   PERFORM SHOW-KEY
                   DISPLAY A X"1F" B X"1F" WITH NO ADVANCING
                   MOVE T-SALES (A, B) TO SHOWN
                   DISPLAY SHOWN X"1F" WITH NO ADVANCING
                   MOVE T-UNITS (A, B) TO SHOWN
                   DISPLAY SHOWN X"1F"
               END-PERFORM
           END-PERFORM
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 6
               IF T-SLOT (A) NOT = LOW-VALUES
                   DISPLAY 'T_SLOT' X"1F" WITH NO ADVANCING
                   PERFORM SHOW-KEY
                   MOVE T-SLOT-AMOUNT (A) TO SHOWN
                   DISPLAY A X"1F" T-SLOT-CODE (A) X"1F" SHOWN X"1F"
               END-IF
           END-PERFORM.

       SHOW-KEY.
           MOVE TABLES-KEY TO SHOWN
           DISPLAY SHOWN X"1F" WITH NO ADVANCING.

       INTO-EBCDIC.
           INSPECT TABLES-KEY CONVERTING LATIN-1 TO CODE-PAGE-037
           INSPECT T-END CONVERTING LATIN-1 TO CODE-PAGE-037
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 3
               INSPECT T-REGION-NAME (A)
                   CONVERTING LATIN-1 TO CODE-PAGE-037
               PERFORM VARYING B FROM 1 BY 1 UNTIL B > 4
                   INSPECT T-SALES (A, B) (1:7)
                       CONVERTING LATIN-1 TO CODE-PAGE-037
               END-PERFORM
           END-PERFORM
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 6
               INSPECT T-SLOT-CODE (A)
                   CONVERTING LATIN-1 TO CODE-PAGE-037
           END-PERFORM.

       FROM-EBCDIC.
           INSPECT TABLES-KEY CONVERTING CODE-PAGE-037 TO LATIN-1
           INSPECT T-END CONVERTING CODE-PAGE-037 TO LATIN-1
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 3
               INSPECT T-REGION-NAME (A)
                   CONVERTING CODE-PAGE-037 TO LATIN-1
               PERFORM VARYING B FROM 1 BY 1 UNTIL B > 4
                   INSPECT T-SALES (A, B) (1:7)
                       CONVERTING CODE-PAGE-037 TO LATIN-1
               END-PERFORM
           END-PERFORM
           PERFORM VARYING A FROM 1 BY 1 UNTIL A > 6
               INSPECT T-SLOT-CODE (A)
                   CONVERTING CODE-PAGE-037 TO LATIN-1
           END-PERFORM.
