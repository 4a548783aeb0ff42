"""Files on disk: manifest, comparison, atomic writing."""
