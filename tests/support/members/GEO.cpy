           05  GEO-LAT    PIC S9(3)V9(5) COMP-3.
           05  GEO-LON    PIC S9(3)V9(5) COMP-3.
