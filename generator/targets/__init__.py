"""One module of facts per target: how types are spelt, what the limits are."""
