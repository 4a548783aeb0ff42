       $SET SOURCEFORMAT"FREE"
01 mf-free.
 05 mf-a pic x(3).
   05 mf-b pic 9(5) comp-3. 05 mf-c pic x.
