"""The reading model as Python: descriptions of records, straight-line decoders and encoders."""
