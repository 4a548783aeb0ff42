"""From one accepted model to the next: what changed, what it means, and the SQL that follows."""
