       01  LEADING-COPY.
           COPY PREFIXED REPLACING LEADING ==PFX== BY ==LDR==
                                   TRAILING ==-IN== BY ==-OUT==.
