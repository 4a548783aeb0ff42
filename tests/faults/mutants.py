"""The layer with one thing broken, and the kinds of fault under which the harness must see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """`changes` are (file of the layer, pattern of the cure, what stands there without it).

    With plans that have faults of one of the `kinds` alone the harness must see it, and see
    nothing in the same plan without the faults. No kind: it must be seen among the plans as they
    are drawn.
    """

    what: str
    changes: tuple[tuple[str, str, str], ...]
    kinds: tuple[str, ...] = ("",)


MUTANTS = (
    Mutant(
        "the ledger takes a batch twice",
        (
            ("sql/sqlite/batch_insert.sql", "INSERT INTO", "INSERT OR REPLACE INTO"),
            ("batch_stager.py", r"if failure\.duplicate:", "if False:"),
        ),
        ("lost commit, applied", "lost commit, applied late", "memory after commit"),
    ),
    Mutant(
        "no error goes away",
        (("retry_policy.py", r"return isinstance\(error, Exception\) and .*", "return False"),),
        (
            *("connection refused", "lost before", "lost during", "lost after"),
            *("lost commit, not applied", "lost commit, applied", "lost commit, undone late"),
            *("reconnected silently", "deadlock", "lock timeout", "log full", "half-open"),
            "restart",
        ),
    ),
    Mutant(
        "every error goes away",
        (
            (
                "retry_policy.py",
                r"return isinstance\(error, Exception\) and .*",
                "return isinstance(error, Exception)",
            ),
        ),
        ("password refused",),
    ),
    Mutant(
        "an error is swallowed, the loop goes on, and nobody counts",
        (
            (
                "db_writer.py",
                r"        self\._result\.error = .*\n        self\._halt\.set\(\)",
                "        del error",
            ),
            ("db_writer.py", r"        if not errors and not missing:", "        if not errors:"),
            ("staging_repository.py", r"if batches != last:", "if batches < 0:"),
            ("reconciliation_repository.py", r" *self\._check_source_complete\(run_id\)\n", ""),
        ),
        ("row left out", "memory", "exit in a thread", "password refused"),
    ),
    Mutant(
        "a full disk is taken for rows that are refused",
        (
            ("retry_policy.py", r"(link, sqlite3)\.IntegrityError", r"\1.Error"),
            (
                "retry_policy.py",
                r"SQLITE_FULL: ErrorKind\.RESOURCE",
                "SQLITE_FULL: ErrorKind.PERMANENT",
            ),
        ),
        ("disk full",),
    ),
    Mutant(
        "a writer dies of what is no Exception",
        (
            (
                "db_writer.py",
                r"except BaseException as error:(  # noqa: BLE001 - kept)",
                r"except Exception as error:\1",
            ),
            ("db_writer.py", r"        if not errors and not missing:", "        if not errors:"),
        ),
        ("exit in a thread",),
    ),
    Mutant(
        "a commit that failed is repeated blindly",
        (
            (
                "unit_of_work.py",
                r"        raise CommitError\(.*\) from error",
                "        connection.commit()",
            ),
        ),
        ("reconnected silently", "deadlock", "log full"),
    ),
    Mutant(
        "a commit that failed is taken for done",
        (("unit_of_work.py", r"        raise CommitError\(.*\) from error", "        del error"),),
        ("lost commit, not applied", "lost commit, undone late", "half-open", "restart"),
    ),
    Mutant(
        "the last row to arrive wins its key, not the last record",
        (("sql/sqlite/customer_merge.sql", "RECORD_NO DESC", "STG_ID DESC"),),
        ("slow",),
    ),
    Mutant(
        "the rows of an older record's children stay",
        (
            (
                "sql/sqlite/order_line_delete_obsolete.sql",
                "WHERE  EXISTS",
                "WHERE  false AND EXISTS",
            ),
        ),
    ),
    Mutant(
        "what executemany inserted beside a bad row is kept",
        (
            (
                "batch_stager.py",
                r"(def _undo(.|\n)*?)connection\.rollback\(\)",
                r"\1connection.commit()",
            ),
        ),
        ("lock timeout", "log full"),
    ),
    Mutant(
        "rows that the driver left out are not missed",
        (
            ("staging_repository.py", r"if inserted != len\(rows\):", "if inserted < 0:"),
            ("staging_repository.py", r"if ledger != .*:", "if ledger < 0:"),
        ),
        ("row left out",),
    ),
    Mutant(
        "another file counts as the one that is in",
        (("ledger.py", r"    if ours != found:", "    if found is None:"),),
    ),
    Mutant(
        "an older run is merged over a newer one",
        (("final_repository.py", r"    if newer:", "    if newer < 0:"),),
    ),
    Mutant(
        "a run is merged whatever is staged",
        (
            ("final_repository.py", r"        check_complete\(.*\n", ""),
            (
                "final_repository.py",
                r"_MERGEABLE = \(.*\)",
                '_MERGEABLE = ("STARTED", "STAGED", "MERGED", "FAILED", "INTERRUPTED")',
            ),
        ),
        ("producer", "disk full"),
    ),
    Mutant(
        "writers are left behind by an interruption",
        (
            (
                "db_writer.py",
                r"            except BaseException as error:  # noqa: BLE001 - raised below\n",
                "            except ZeroDivisionError as error:\n",
            ),
            (
                "db_writer.py",
                r"(def _end(.|\n)*?)except BaseException:",
                r"\1except ZeroDivisionError:",
            ),
            ("db_writer.py", r"(def abort(.|\n)*?)self\._end\(\)", r"\1pass"),
        ),
        ("ctrl-c", "producer"),
    ),
    Mutant(
        "writers are left behind when one cannot be started",
        (
            (
                "db_writer.py",
                r"            writer\.start\(\)\n    except BaseException:",
                "            writer.start()\n    except ZeroDivisionError:",
            ),
        ),
        ("no thread",),
    ),
    Mutant(
        "a connection that cannot roll back is kept",
        (
            (
                "batch_stager.py",
                r"            lost = True\n        if lost:",
                "            lost = False\n        if lost:",
            ),
        ),
        ("rollback fails",),
    ),
    Mutant(
        "a lost connection is used again",
        (("batch_stager.py", r"        if lost:\n", "        if not error:\n"),),
        ("lost before", "restart", "half-open", "lost after", "lost during"),
    ),
    Mutant(
        "a decimal becomes a float",
        (
            (
                "values.py",
                r"            return exact\b|        return exact\n",
                "        return float(exact)\n",
            ),
        ),
    ),
    Mutant(
        "rejects are not kept",
        (("batch_stager.py", r"        if not unit\.refused:\n", "        if unit.refused:\n"),),
    ),
    Mutant(
        "more is rejected than allowed",
        (
            ("batch_stager.py", r"rejected > self\._max_rejects", "rejected < 0"),
            (
                "batch_stager.py",
                r"len\(unit\.refused\) > self\._max_rejects",
                "len(unit.refused) < 0",
            ),
        ),
    ),
    Mutant(
        "the password is in the log",
        (
            (
                "connection_factory.py",
                r"            text = text\.replace\(.*\n        return re\.sub.*",
                "            return text\n        return text",
            ),
        ),
        ("password refused", "connection refused"),
    ),
    Mutant(
        "a value is in the log",
        (
            (
                "db_writer.py",
                r"%d records rejected\", batch\.batch_no, table, staged\.rejected",
                '%s rejected", batch.batch_no, table, batch.records',
            ),
        ),
    ),
    Mutant(
        "an error in a trial is taken for a refused row",
        (
            (
                "batch_stager.py",
                r"            if not failure\.row_level and .*:\n                raise\n",
                "",
            ),
        ),
        ("log full", "lost after"),
    ),
)
