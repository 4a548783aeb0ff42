      *> error[CPY519]: A: JUSTIFIED is for alphabetic and alphanumeric items
      *> at 4:33
        01  REC.
                05  A PIC XXBXX JUSTIFIED.
