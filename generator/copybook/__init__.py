"""Copybooks: source text to field model. Knows nothing of databases."""
