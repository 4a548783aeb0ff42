      *> with: program
       IDENTIFICATION DIVISION.
       PROGRAM-ID. GOVPROG.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT IN-FILE ASSIGN TO INFILE.
           SELECT OUT-FILE ASSIGN TO OUTFILE.
       DATA DIVISION.
       FILE SECTION.
       FD  IN-FILE
           LABEL RECORDS ARE STANDARD
           RECORDING MODE IS F
           BLOCK CONTAINS 0 RECORDS.
       01  IN-RECORD-G.
           05  IG-KEY              PIC X(8).
           05  IG-AMT              PIC S9(7)V99 COMP-3.
       FD  OUT-FILE
           LABEL RECORDS ARE STANDARD.
       01  OUT-RECORD-G            PIC X(80).
       01  OUT-RECORD-H.
           05  OH-A                PIC X(40).
           05  OH-B                PIC X(40).
       WORKING-STORAGE SECTION.
       77  WG-EOF                  PIC X VALUE 'N'.
           88  WG-END              VALUE 'Y'.
       01  WG-TOTALS.
           05  WG-CNT              PIC S9(9) COMP.
           05  WG-SUM              PIC S9(13)V99 COMP-3.
       LINKAGE SECTION.
       01  LG-PARM.
           05  LG-LEN              PIC S9(4) COMP.
           05  LG-TEXT             PIC X(100).
       PROCEDURE DIVISION USING LG-PARM.
       MAIN-PARA.
           MOVE 'Y' TO WG-EOF.
           GOBACK.
