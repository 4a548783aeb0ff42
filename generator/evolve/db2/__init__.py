"""Migrations for the Db2 family: alterations in lawful units of work, values carried, checks."""
