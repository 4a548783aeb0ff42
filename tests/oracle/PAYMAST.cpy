000100******************************************************************
000200*  PAYROLL MASTER RECORD.  ONE PER EMPLOYEE.   LRECL 200.
000300*  05 JAN 1987  R.K.   ORIGINAL
000400*  12 MAR 1991  J.M.   10 MORE DEDUCTIONS
000500******************************************************************
000600 01  PAY-MASTER-RECORD.
000700     03  PM-KEY.
000800         05  PM-COMPANY              PIC 9(03).
000900         05  PM-EMPLOYEE-NO          PIC 9(07).
001000     03  PM-NAME.
001100         05  PM-SURNAME              PIC X(20).
001200         05  PM-INITIALS             PIC X(03).
001300     03  PM-HIRED                    PIC 9(06).
001400     03  PM-HIRED-X  REDEFINES PM-HIRED.
001500         05  PM-HIRED-YY             PIC 99.
001600         05  PM-HIRED-MM             PIC 99.
001700         05  PM-HIRED-DD             PIC 99.
001800     03  PM-RATE-TYPE                PIC X.
001900         88  PM-HOURLY               VALUE 'H'.
002000         88  PM-SALARIED             VALUE 'S' 'M'.
002100     03  PM-HOURLY-RATE              PIC S9(03)V9(04)   COMP-3.
002200     03  PM-SALARY REDEFINES PM-HOURLY-RATE
002300                                     PIC S9(07)         COMP-3.
002400     03  PM-YTD.
002500         05  PM-YTD-GROSS            PIC S9(09)V99      COMP-3.
002600         05  PM-YTD-TAX              PIC S9(09)V99      COMP-3.
002700         05  PM-YTD-NET              PIC S9(09)V99      COMP-3.
002800     03  PM-DEDUCTION  OCCURS 15 TIMES.
002900         05  PM-DED-CODE             PIC XX.
003000         05  PM-DED-AMT              PIC S9(05)V99      COMP-3.
003100     03  FILLER                      PIC X(40).
