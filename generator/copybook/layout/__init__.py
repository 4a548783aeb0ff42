"""From data description entries to records with placed fields: passes, one after the other."""
