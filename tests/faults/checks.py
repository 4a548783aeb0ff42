"""What must be true after an attempt, and in the end."""

from __future__ import annotations

from collections import Counter
from typing import Any

from . import model
from .database import PREFIX, Database, Wrong
from .plans import File


def check_between(
    database: Database, run_id: str, file: File, before: list[File], *, whole: bool = True
) -> None:
    """After any attempt: whole batches are staged, and all of the run is merged or nothing.

    `whole` is False where the tables are merged one by one.
    """
    merged = database.status(run_id) in ("MERGED", "COMPLETED")
    if whole or merged:
        check_final(database, [*before, file] if merged else before)
    for table in model.KEYS:
        ledger = sum(rows for _, rows, *_ in database.ledger(run_id, table))
        staged = database.select(f"SELECT COUNT(*) FROM STG_{table} WHERE RUN_ID = ?", run_id)
        refused = sum(n for (name, _), n in database.rejected(run_id).items() if name == table)
        if ledger != staged[0][0] + refused:
            raise Wrong(f"{table}: {ledger} in the ledger, {staged[0][0]} + {refused} in")
    too_many = database.staged(run_id) - model.staged(file)
    if too_many:
        raise Wrong(f"staged and not in the file, or twice: {list(too_many)[:3]}")
    if database.rejected(run_id) - model.rejected(file):
        raise Wrong("rejected and good, or twice")


def check_done(
    database: Database, run_id: str, file: File, files: list[File], batch_size: int
) -> None:
    """The run is done: everything of its file is in once, and these files were merged so far."""
    check_staged(database, run_id, file)
    check_final(database, files)
    check_audit(database, run_id, file, batch_size)


def check_staged(database: Database, run_id: str, file: File) -> None:
    _same("staging", database.staged(run_id), model.staged(file))
    _same("rejects", database.rejected(run_id), model.rejected(file))


def check_final(database: Database, files: list[File]) -> None:
    found, expected = database.final(), model.final(files)
    for table, rows in expected.items():
        if rows != found[table]:
            lost = [key for key in rows if key not in found[table]]
            extra = [key for key in found[table] if key not in rows]
            other = [key for key in rows if key in found[table] and rows[key] != found[table][key]]
            raise Wrong(
                f"{table}: {len(lost)} rows lost {lost[:3]}, {len(extra)} too many {extra[:3]},"
                f" {len(other)} with other values {other[:3]}"
            )


def check_audit(database: Database, run_id: str, file: File, batch_size: int) -> None:
    """The run, its ledger and its checks say what happened."""
    counts = database.select(
        f"SELECT STATUS, SOURCE_COUNT, STAGED_COUNT, REJECTED_COUNT FROM {PREFIX}_RUN"
        " WHERE RUN_ID = ?",
        run_id,
    )
    staged, rejected = model.staged(file).total(), model.rejected(file).total()
    _same("run", counts, [("COMPLETED", staged + rejected, staged, rejected)])
    for root, family in model.FAMILIES.items():
        numbers = [record.number for record in file if record.table == root]
        starts = range(0, len(numbers), batch_size)
        cuts = [numbers[start : start + batch_size] for start in starts]
        for table in family:
            ledger = database.ledger(run_id, table)
            ours = [(no, cut[0], cut[-1]) for no, cut in enumerate(cuts, 1)]
            _same(f"ledger of {table}", [(row[0], *row[2:]) for row in ledger], ours)
    verdicts = database.select(
        f"SELECT CHECK_NAME, VERDICT FROM {PREFIX}_CHECK WHERE RUN_ID = ?", run_id
    )
    different = [name for name, verdict in verdicts if verdict == "DIFFERENT"]
    if different:
        raise Wrong(f"checks that differ: {different}")
    if not any(verdict == "EQUAL" for _, verdict in verdicts):
        raise Wrong("nothing was compared")


def _same(what: str, found: Any, expected: Any) -> None:
    if found == expected:
        return
    if isinstance(expected, Counter):
        lost, extra = expected - found, found - expected
        raise Wrong(
            f"{what}: {lost.total()} missing {list(lost)[:3]}, {extra.total()} too many"
            f" {list(extra)[:3]}"
        )
    raise Wrong(f"{what}: {found}, expected {expected}")
