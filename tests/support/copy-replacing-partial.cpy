      *> expect: laid out 10
       01  REC.
           COPY GEO REPLACING LEADING ==GEO-== BY ==PLACE-==
               TRAILING ==-LAT== BY ==-LATITUDE==.
