"""Words that Enterprise COBOL reserves, but that copybooks use as names, by what they are for.

They are read as names where no clause can begin with them, with a warning: other compilers, and
reserved-word tables of a site (compiler option WORD), allow them (Enterprise COBOL for z/OS
Language Reference, appendix "Reserved words").
"""

from __future__ import annotations

_BY_PURPOSE = {
    "a special register": "ADDRESS LENGTH RETURN-CODE SORT-RETURN TALLY WHEN-COMPILED XML-CODE "
    "JSON-CODE DEBUG-ITEM SHIFT-IN SHIFT-OUT LINAGE-COUNTER",
    "a word of file descriptions": "RECORD RECORDS FILE LABEL BLOCK CODE-SET LINAGE BOTTOM TOP "
    "STANDARD RECORDING",
    "a word of ACCEPT": "DATE DAY DAY-OF-WEEK TIME",
    "a word of the report writer": "LINE LINES PAGE COLUMN SUM SOURCE TYPE NUMBER GROUP HEADING "
    "FOOTING DETAIL CONTROL CONTROLS LIMIT LIMITS LAST FINAL INDICATE CODE REPORT REPORTS RESET "
    "PLUS PRINTING",
    "a word of the communication facility of 1985": "TEXT MESSAGE QUEUE DESTINATION TERMINAL "
    "SEGMENT ENABLE DISABLE RECEIVE SEND PURGE",
    "a word of the identification division": "AUTHOR INSTALLATION SECURITY PROGRAM ID "
    "DATE-WRITTEN DATE-COMPILED",
    "a word of the environment division": "CURRENCY ALPHABET CLASS SYMBOLIC SEQUENCE STATUS "
    "ORGANIZATION POSITION PASSWORD MODE AREA AREAS MEMORY OPTIONAL RESERVE UNIT REEL TAPE "
    "ACCESS ALTERNATE MULTIPLE RANDOM SEQUENTIAL RELATIVE CHARACTERS WORDS MODULES",
    "a word of statements": "TEST INPUT OUTPUT ERROR START END ORDER SIZE NO KEY REFERENCE CONTENT "
    "COUNT FIRST POSITIVE NEGATIVE NUMERIC OTHER OVERFLOW EXCEPTION REMAINDER TRUE DELIMITER "
    "INITIAL COMMON METHOD OBJECT SELF FUNCTION TITLE DATA RETURN EVERY EQUAL RUN SORT TABLE "
    "TRACE REPLACING REWIND ROUNDED SENTENCE PROCEED PROCEDURE",
    "a word of data descriptions": "SIGN INDEX POINTER BLANK EXTERNAL GLOBAL LEADING TRAILING "
    "SEPARATE DISPLAY NATIONAL BINARY LEFT RIGHT CHARACTER NATIVE",
}

RESERVED: dict[str, str] = {
    word: purpose for purpose, words in _BY_PURPOSE.items() for word in words.split()
}
"""What each word is reserved for."""
