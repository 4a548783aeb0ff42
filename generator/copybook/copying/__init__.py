"""COPY, REPLACE and EXEC SQL INCLUDE: text put in and words replaced."""
