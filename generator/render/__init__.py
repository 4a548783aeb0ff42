"""Views and templates: the relational model to the text of files."""
