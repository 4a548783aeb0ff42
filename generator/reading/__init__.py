"""From the field model and the relational model to the reading model: bytes to rows."""
