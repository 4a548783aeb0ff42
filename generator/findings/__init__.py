"""What a DBA would say of the tables, and how job.yaml weighs everything that was found."""
