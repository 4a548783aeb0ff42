"""The date of today, by which a waiver holds or not; nothing that is written depends on it."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Today, where the user is."""
    return datetime.now().astimezone().date()
