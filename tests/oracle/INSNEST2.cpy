       COPY COVERHD REPLACING ==HD-== BY ==CVR-==
                              LEADING ==XX== BY ==CV==.
