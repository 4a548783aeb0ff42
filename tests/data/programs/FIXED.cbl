       IDENTIFICATION DIVISION.
       PROGRAM-ID. ORACLE.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT DATA-FILE ASSIGN TO DATAFILE.
       DATA DIVISION.
       FILE SECTION.
       FD  DATA-FILE.
       COPY (BOOK) (REPLACING).
       WORKING-STORAGE SECTION.
       COPY CP037.
       COPY RANDOM.
       COPY VALUES.
       01  RECORD-LENGTH           PIC 9(09)  COMP.
      *(WORK)
       PROCEDURE DIVISION.
       MAIN-LINE.
           MOVE LATIN-1 TO LATIN
           ACCEPT MODE-OF-RUN FROM COMMAND-LINE
           IF MODE-OF-RUN = 'READ'
               PERFORM READ-ALL
           ELSE
               PERFORM WRITE-ALL
           END-IF
           STOP RUN.

       WRITE-ALL.
           OPEN OUTPUT DATA-FILE
           PERFORM VARYING N FROM 1 BY 1 UNTIL N > (COUNT)
               PERFORM SET-ITEMS
               PERFORM SHOW-ITEMS
               PERFORM INTO-EBCDIC
               WRITE (RECORD)
           END-PERFORM
           CLOSE DATA-FILE.

       READ-ALL.
           OPEN INPUT DATA-FILE
           PERFORM UNTIL END-OF-FILE = 'Y'
               READ DATA-FILE
                   AT END
                       MOVE 'Y' TO END-OF-FILE
                   NOT AT END
                       PERFORM FROM-EBCDIC
                       PERFORM SHOW-ITEMS
               END-READ
           END-PERFORM
           CLOSE DATA-FILE.

