"""Migrations for sqlite: tables built anew with their rows converted by value."""
