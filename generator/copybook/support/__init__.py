"""How each part of the language is treated, as data."""
