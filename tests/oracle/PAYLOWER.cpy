      * written by the new people in 1998, who do not shout
       01  garnishment-rec.
           05  gr-case-no              pic x(10).
           05  gr-court                pic x(15).
           05  gr-amount               pic s9(7)v99 usage is comp-3.
           05  gr-limit-pct            pic 9v9(3).
           05  gr-payee.
               10  gr-payee-name       pic x(30).
               10  gr-payee-acct       pic 9(10) usage computational.
           05  gr-history occurs 6 times indexed by gr-ix.
               10  gr-hist-date        pic 9(8) usage display.
               10  gr-hist-amt     picture is s9(7)v99 packed-decimal.
