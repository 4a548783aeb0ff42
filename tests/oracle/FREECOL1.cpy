      *> with: free
01 starts-in-column-one.
*> a remark. 05 x pic x.
    05 sc-a pic x(3). *> another
    05 sc-b pic 9(3) value 5.
    05 sc-c occurs 2 times.
        10 sc-d pic s9(3)v9
              comp-3.
        10 sc-e pic x value '.'.
