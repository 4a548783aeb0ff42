"""Two models to what lies between them: pairs, what became of each, changes in words, questions."""
