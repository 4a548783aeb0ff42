      *> expect: laid out 26
        01  REC.
            05  A PIC N(8).
            05  B PIC NN/NN.
