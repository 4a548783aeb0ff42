       01  ONE-KEY.
           05  FLAG                    PIC X.
               88  IS-ON               VALUE 'Y'.
               88  IS-OFF              VALUE 'N'.
