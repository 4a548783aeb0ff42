      * PAYAUDIT - WHO CHANGED THE RECORD LAST, AND WHEN
           05  PR-CHANGED-BY               PIC X(08).
           05  PR-CHANGED-DATE             PIC 9(06).
           05  PR-CHANGED-TIME             PIC 9(06).
