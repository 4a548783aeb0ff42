"""For each hazard of the hand-written version: with the cure taken out, a generated test fails."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import Written

DEEP = Path(__file__).parent / "jobs" / "DEEP"
SOURCE = "src/repository"
SQL = f"{SOURCE}/sql/sqlite"


@dataclass(frozen=True, slots=True)
class Hazard:
    """`cure` is a pattern in `file`, `without` what stands there when the cure is missing."""

    what: str
    file: str
    cure: str
    without: str
    test: str


HAZARDS = (
    Hazard(
        "01 task_done is skipped for the pill and after an error",
        f"{SOURCE}/db_writer.py",
        r"        finally:\n            self\._queue\.task_done\(\)",
        "        else:\n            self._queue.task_done()",
        "test_the_queue_can_be_joined_after_the_pill_and_after_errors",
    ),
    Hazard(
        "02 an error is logged and the loop goes on",
        f"{SOURCE}/db_writer.py",
        r"        self\._result\.error = .*\n        self\._halt\.set\(\)\n",
        "",
        "test_a_batch_that_cannot_be_staged_fails_the_run",
    ),
    Hazard(
        "03 a writer dies and the producer blocks",
        f"{SOURCE}/db_writer.py",
        r"        self\._halt\.set\(\)\n        with suppress",
        "        raise SystemExit\n        with suppress",
        "test_producers_never_block_on_writers_that_are_dead",
    ),
    Hazard(
        "03 a writer dies between two batches and nobody hears of it",
        f"{SOURCE}/db_writer.py",
        r"        except BaseException as error:.*\n.*\n        finally:\n            try",
        "        except LookupError:\n            pass\n        finally:\n            try",
        "test_a_writer_that_dies_between_batches_fails_the_run",
    ),
    Hazard(
        "03 a writer that cannot start leaves the others behind",
        f"{SOURCE}/db_writer.py",
        r"        halt\.set\(\)\n        _await\(.*\n        raise\n",
        "        raise\n",
        "test_a_writer_that_cannot_start_takes_the_others_with_it",
    ),
    Hazard(
        "04 every error is tried again",
        f"{SOURCE}/retry_policy.py",
        r"return isinstance\(error, Exception\) and .*",
        "return isinstance(error, Exception)",
        "test_permanent_errors_are_raised_at_once",
    ),
    Hazard(
        "04 an authorisation failure is tried again",
        f"{SOURCE}/retry_policy.py",
        r"ErrorKind\.PERMANENT: \(-30082, ",
        "ErrorKind.RETRY: (-30082, ",
        "test_a_refused_password_is_tried_once",
    ),
    Hazard(
        "05 a lost commit is repeated blindly",
        f"{SOURCE}/batch_stager.py",
        r"new = self\._enter_in_ledger\(connection, unit\)",
        "new = True",
        "test_a_lost_commit_neither_loses_nor_doubles_a_batch",
    ),
    Hazard(
        "05 the rows are inserted before the ledger's row",
        f"{SOURCE}/batch_stager.py",
        r"            new = self\._enter_in_ledger\(connection, unit\)\n",
        "            self._insert(connection, unit.rows)\n"
        "            new = self._enter_in_ledger(connection, unit)\n"
        "            unit = replace(unit, rows={})\n",
        "test_the_ledger_is_the_first_statement_of_each_unit_of_work",
    ),
    Hazard(
        "06 a dead or silently reconnected connection is used again",
        f"{SOURCE}/batch_stager.py",
        r"        if lost:\n",
        "        if not error:\n",
        "test_after_a_lost_link_the_whole_batch_goes_through_a_new_connection",
    ),
    Hazard(
        "06 the driver reconnects silently",
        f"{SOURCE}/connection_factory.py",
        r"    os\.environ\.setdefault\(.*\n",
        "",
        "test_silent_reconnect_is_turned_off",
    ),
    Hazard(
        "06 a link that is open at this end only is waited for",
        f"{SOURCE}/connection_factory.py",
        r'        os\.environ\.setdefault\("DB2TCP_CLIENT_RCVTIMEOUT".*\n',
        "        pass\n",
        "test_a_link_that_is_open_at_this_end_only_is_given_up",
    ),
    Hazard(
        "07 a decimal becomes a float",
        f"{SOURCE}/values.py",
        r"            return exact\b|        return exact\n",
        "        return float(exact)\n",
        "test_decimals_keep_all_their_places_and_lose_none",
    ),
    Hazard(
        "08 autocommit is an attribute that does nothing",
        f"{SOURCE}/connection_factory.py",
        r"connection\.set_autocommit\(False\)",
        "connection.autocommit = False",
        "test_autocommit_is_turned_off_by_the_drivers_own_call",
    ),
    Hazard(
        "09 the password is in an exception",
        f"{SOURCE}/connection_factory.py",
        r"            text = text\.replace\(.*\n        return re\.sub.*",
        "            return text\n        return text",
        "test_a_failed_connection_tells_the_codes_and_hides_the_password",
    ),
    Hazard(
        "09 the password is in a repr",
        f"{SOURCE}/connection_factory.py",
        r"pwd: SecretStr \| None = None",
        "pwd: Any = None",
        "test_the_password_is_shown_nowhere",
    ),
    Hazard(
        "10 a semicolon breaks the connection string",
        f"{SOURCE}/connection_factory.py",
        r"\[\\x20-\\x3a\\x3c-\\x7e\]",
        r"[\\x20-\\x7e]",
        "test_what_the_connection_string_cannot_carry_is_refused",
    ),
    Hazard(
        "11 a name from the configuration is not validated",
        f"{SOURCE}/connection_factory.py",
        r", pattern=_SCHEMA",
        "",
        "test_a_schema_that_is_no_name_is_refused",
    ),
    Hazard(
        "12 daemon threads are killed in a unit of work",
        f"{SOURCE}/db_writer.py",
        r"daemon=False",
        "daemon=True",
        "test_writers_are_no_daemons_and_tell_nothing_before_their_end",
    ),
    Hazard(
        "12 an abort does not wait for the unit of work in hand",
        f"{SOURCE}/db_writer.py",
        r"        self\._ended\.wait\(\)\n        self\.join\(\)\n",
        "        self._ended.set()\n",
        "test_an_error_of_the_producer_ends_the_writers_after_the_batch_in_hand",
    ),
    Hazard(
        "05 other records under a number of the ledger count as in",
        f"{SOURCE}/ledger.py",
        r"if ours != found:",
        "if not found or ours.rows != found.rows:",
        "test_other_records_under_the_same_number_are_a_conflict",
    ),
    Hazard(
        "05 other contents under a number of the ledger count as in",
        f"{SOURCE}/ledger.py",
        r"if ours != found:",
        "if not found or (ours.rows, ours.first) != (found.rows, found.first):",
        "test_a_batch_of_the_same_numbers_with_other_contents_is_a_conflict",
    ),
    Hazard(
        "02 what the reader refused is left out",
        f"{SOURCE}/batch_stager.py",
        r"for record in unit\.batch\.refused\]\n        rejects \+=",
        "for record in ()]\n        rejects +=",
        "test_records_that_the_reader_refused_are_rejected_with_their_batch",
    ),
    Hazard(
        "02 the totals of what the reader refused are left out",
        f"{SOURCE}/batch_stager.py",
        r"                    values \+= .*\n",
        "                    values += []\n",
        "test_records_that_the_reader_refused_are_rejected_with_their_batch",
    ),
    Hazard(
        "12 an interruption leaves writers behind",
        f"{SOURCE}/db_writer.py",
        r"                interruption = interruption or error",
        "                raise",
        "test_an_interruption_while_the_writers_end_leaves_none_behind",
    ),
    Hazard(
        "13 the source of the merge has a key twice",
        f"{SQL}/second_record_merge.sql",
        r"ROW_RANK = 1",
        "ROW_RANK >= 1",
        "test_every_key_gets_the_row_of_its_last_record",
    ),
    Hazard(
        "14 rows that did not change are rewritten",
        f"{SQL}/second_record_merge.sql",
        r"\nWHERE  T\.(.|\n)*",
        "\n",
        "test_merging_twice_changes_nothing",
    ),
    Hazard(
        "15 a run is deleted in one unit of work",
        f"{SQL}/person_detail_clear_staging.sql",
        r"LIMIT 10000",
        "LIMIT 1000000",
        "test_a_run_is_cleared_in_chunks_and_no_other_run",
    ),
    Hazard(
        "16 a result is read before the thread has ended",
        f"{SOURCE}/db_writer.py",
        r"if not self\.has_ended:",
        "if self.ident is None:",
        "test_writers_are_no_daemons_and_tell_nothing_before_their_end",
    ),
    Hazard(
        "17 an integer wraps in the driver",
        f"{SOURCE}/values.py",
        r" and \(-limit if signed else 0\) <= value < limit",
        "",
        "test_integers_are_held_to_their_bits",
    ),
    Hazard(
        "17 text is cut at a NUL",
        f"{SOURCE}/values.py",
        r'if "\\0" in value:',
        'if "\\\\0" == value:',
        "test_text_is_measured_in_characters_or_bytes",
    ),
    Hazard(
        "18 what executemany inserted beside a bad row is committed",
        f"{SOURCE}/batch_stager.py",
        r"(def _undo(.|\n)*?)connection\.rollback\(\)",
        r"\1connection.commit()",
        "test_rows_that_the_database_refuses_are_rejected_by_number",
    ),
    Hazard(
        "18 an error of the search for a bad row counts as a bad row",
        f"{SOURCE}/batch_stager.py",
        r"            return False, error\n",
        "            unit = self._without_refused(unit, error)\n"
        "            return self._run_unit(unit), None\n",
        "test_an_error_while_the_rows_are_searched_rejects_no_good_record",
    ),
    Hazard(
        "18 a first row that is refused without a word fails the run",
        f"{SOURCE}/batch_stager.py",
        r" and not failure\.silent:",
        ":",
        "test_a_first_row_that_is_refused_without_a_word_is_found",
    ),
    Hazard(
        "18 writers of two processes count the rejects at once",
        f"{SOURCE}/batch_stager.py",
        r"        hold_run\(connection, .*\n",
        "",
        "test_rejects_are_counted_by_one_writer_at_a_time",
    ),
    Hazard(
        "18 rows that the driver leaves out are not missed",
        f"{SOURCE}/staging_repository.py",
        r"if inserted != len\(rows\):",
        "if inserted < 0:",
        "test_rows_that_are_skipped_without_a_word_fail_the_run",
    ),
    Hazard(
        "18 two writers count the rejects at once, and each finds room for its own",
        f"{SOURCE}/batch_stager.py",
        r"self\._reject_lock if unit\.refused else nullcontext\(\), ",
        "",
        "test_rejects_are_counted_by_one_writer_at_a_time",
    ),
    Hazard(
        "19 the SQLSTATE decides before the SQLCODE",
        f"{SOURCE}/retry_policy.py",
        r"elif code is not None and \(code in SQLCODES or state is None\):",
        "elif state is None:",
        "test_the_sqlcode_decides_then_the_sqlstate",
    ),
    Hazard(
        "19 the cause of a failed commit is not looked for",
        f"{SOURCE}/retry_policy.py",
        r"waiting \+= \[current\.__cause__, current\.__context__\]",
        "waiting += []",
        "test_a_failed_commit_carries_its_code_in_its_context_and_is_ambiguous",
    ),
    Hazard(
        "20 an older run is merged over a newer one",
        f"{SOURCE}/final_repository.py",
        r"    if newer:",
        "    if newer < 0:",
        "test_an_older_run_is_not_merged_over_a_newer_one",
    ),
    Hazard(
        "20 whatever is staged is merged",
        f"{SOURCE}/ledger.py",
        r"if run is None or run\.status not in statuses:",
        "if run is None:",
        "test_a_run_that_is_not_staged_is_not_merged",
    ),
    Hazard(
        "20 staged rows are missing at the merge",
        f"{SOURCE}/final_repository.py",
        r"        check_complete\(connection, target, run_id\)\n",
        "",
        "test_rows_that_disappeared_from_staging_stop_the_merge",
    ),
    Hazard(
        "20 merges of two runs do not wait for each other",
        f"{SOURCE}/final_repository.py",
        r"        load\(target, \"run_lock\"\)\.run\(connection\)\n",
        "",
        "test_merges_take_turns_before_anything_is_read",
    ),
    Hazard(
        "20 a run that was never merged is completed",
        f"{SOURCE}/reconciliation_repository.py",
        r'if status == "COMPLETED" and missing:',
        "if not status and missing:",
        "test_a_run_that_was_not_merged_is_not_completed",
    ),
    Hazard(
        "20 a run is staged while records of its source are missing",
        f"{SOURCE}/reconciliation_repository.py",
        r"            self\._check_source_complete\(run_id\)\n",
        "",
        "test_a_run_is_not_staged_while_records_of_its_source_are_missing",
    ),
    Hazard(
        "20 two processes start a run at once and one of them fails",
        f"{SOURCE}/reconciliation_repository.py",
        r"            if not classify\(error\)\.duplicate:",
        "            if error:",
        "test_a_run_that_another_process_starts_meanwhile_is_taken_up",
    ),
    Hazard(
        "20 the rows of a newer run count as lost",
        f"{SOURCE}/reconciliation_repository.py",
        r"            if self\._is_overtaken\(run_id\):",
        "            if not run_id:",
        "test_a_run_that_a_newer_one_overtook_still_balances",
    ),
    Hazard(
        "20 two processes move a run on at once",
        f"{SOURCE}/reconciliation_repository.py",
        r"            if held is not None:",
        "            if held is self:",
        "test_whatever_moves_a_run_on_holds_it_first",
    ),
    Hazard(
        "20 a run that was merged meanwhile is marked as failed",
        f"{SOURCE}/reconciliation_repository.py",
        r"            if report is None and .*\n                return run\.status\n",
        "",
        "test_a_merged_run_goes_nowhere_but_to_its_end",
    ),
    Hazard(
        "20 tables are created beside those of another deployment",
        f"{SOURCE}/ddl/__init__.py",
        r"    if found and not dropping:",
        "    if found and dropping is None:",
        "test_one_table_is_enough_to_refuse_and_a_part_can_be_dropped",
    ),
    Hazard(
        "20 half of the tables are created",
        f"{SOURCE}/ddl/__init__.py",
        r'_BEGIN = \{"sqlite": "BEGIN IMMEDIATE"\}',
        "_BEGIN: dict[str, str] = {}",
        "test_all_scripts_are_one_unit_of_work",
    ),
    Hazard(
        "20 a run whose rows were deleted is reconciled, taken up and merged",
        f"{SOURCE}/ledger.py",
        r"if run\.purged is not None:",
        "if run.purged is run:",
        "test_a_purged_run_keeps_its_trail_and_can_do_nothing_more",
    ),
    Hazard(
        "20 a NULL key inserts a copy on every run",
        f"{SOURCE}/values.py",
        r"    if type\(value\) is not Decimal:",
        "    if value is None:\n        return value\n    if type(value) is not Decimal:",
        "test_only_nullable_columns_take_none",
    ),
)


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.what)
def test_without_the_cure_a_generated_test_fails(
    job_writer: Callable[[Path], Written], tmp_path: Path, hazard: Hazard
) -> None:
    folder = tmp_path / "job"
    written = job_writer(DEEP)
    shutil.copytree(written.folder, folder)
    file = folder / hazard.file
    text, found = re.subn(hazard.cure, hazard.without, file.read_text("utf-8"))
    assert found, "the cure has moved: this test must follow it"
    file.write_text(text, "utf-8")
    run = replace(written, folder=folder).run(
        "pytest", "-q", "-p", "no:cacheprovider", "-k", hazard.test
    )
    assert run.returncode == 1, run.stdout + run.stderr
    assert re.search(rf"FAILED tests/\w+\.py::{hazard.test}", run.stdout)


def test_every_hazard_is_here() -> None:
    assert {hazard.what[:2] for hazard in HAZARDS} == {f"{n:02}" for n in range(1, 21)}
