       01  POINTERS-ALL.
           05  PA-FUN              USAGE FUNCTION-POINTER.
           05  PA-OBJ              USAGE OBJECT REFERENCE.
           05  PA-P32              USAGE POINTER-32.
           05  PA-PROC             PROCEDURE-POINTER.
           05  PA-END              PIC X.
