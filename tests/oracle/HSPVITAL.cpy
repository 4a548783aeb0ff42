       01  vital-signs.
           05  vs-patient         pic 9(9).
           05  vs-taken           occurs 4 times.
             10  vs-temp          pic s9(2)v9 sign is leading separate.
             10  vs-bp.
               15  vs-sys         pic 9(3).
               15  vs-dia         pic 9(3).
             10  vs-bp-x redefines vs-bp pic x(6).
             10  vs-pulse         pic 9(3) comp.
             10  vs-spo2          pic 9(3) computational-3.
           05  vs-nurse           pic x(6).
