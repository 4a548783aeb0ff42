"""From program text to data description entries: the grammar, and what is said of broken text."""
