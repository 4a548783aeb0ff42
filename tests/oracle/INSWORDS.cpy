       01  WORD-COPY.
           COPY WORDS REPLACING OLD-NAME BY NEW-NAME
                                'OLD' BY 'NEW'
                                100 BY 7.
