      *> error[CPY313]: no data description entry in this file
      *> at 1:1
      * nothing but this
