"""From a file's bytes to program text: encodings, reference formats, margins and indicators."""
