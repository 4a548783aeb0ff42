      *> expect: laid out 36
           EXEC SQL INCLUDE DCLCUST END-EXEC.
