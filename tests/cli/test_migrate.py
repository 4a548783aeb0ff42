"""`cobrepo migrate` and what depends on schema.lock.json, from the outside."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]

BOOK = """       01  CUST.
           05  CUST-ID     PIC 9(8).
           05  CUST-NAME   PIC X(30).
           05  CUST-FAX    PIC X(20).
           05  FILLER      PIC X(10).
"""
YAML = """# one job
version: 1
job: CASE
targets: [sqlite]
records:
  CUST:
    key: [CUST-ID]   # the number
"""


class Case:
    """A root with one job, and the command line in it."""

    def __init__(self, root: Path, cobrepo: Command) -> None:
        self.root = root
        self.folder = root / "source/jobs/CASE"
        self.output = root / "python/case"
        self._cobrepo = cobrepo
        (self.folder / "copybooks").mkdir(parents=True)
        self.book(BOOK)
        self.yaml(YAML)

    def book(self, text: str) -> None:
        (self.folder / "copybooks/CUST.cpy").write_text(text, "utf-8")

    def yaml(self, text: str) -> None:
        (self.folder / "job.yaml").write_text(text, "utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._cobrepo(*arguments, cwd=self.root)

    def ok(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def lock(self) -> dict[str, object]:
        found: dict[str, object] = json.loads((self.folder / "schema.lock.json").read_text("utf-8"))
        return found

    def tree(self) -> dict[str, bytes]:
        places = (self.folder, self.output)
        paths = (path for place in places for path in sorted(place.rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def git(self, *arguments: str, code: int = 0) -> None:
        identity = ("-c", "user.name=one", "-c", "user.email=one@example.com")
        command = ["git", *identity, *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr

    def commit(self, message: str) -> None:
        self.git("add", "source", "python")
        self.git("commit", "-q", "-m", message)

    def migrations(self) -> list[str]:
        return sorted(path.name for path in self.output.glob("migrations/sqlite/*"))


@pytest.fixture
def case(tmp_path: Path, cobrepo: Command) -> Case:
    made = Case(tmp_path, cobrepo)
    made.ok("generate", "CASE")
    return made


def test_the_first_generate_accepts_the_tables(case: Case) -> None:
    assert case.lock()["version"] == 0
    assert case.ok("generate", "CASE").startswith("CASE: unchanged")
    assert "unchanged" in case.ok("migrate", "new", "CASE")
    assert case.migrations() == []


def test_before_it_there_is_nothing_to_migrate(tmp_path: Path, cobrepo: Command) -> None:
    made = Case(tmp_path, cobrepo)
    for command in ("plan", "new", "verify"):
        done = made.run("migrate", command, "CASE")
        expected = 0 if command == "verify" else 2
        assert (command, done.returncode) == (command, expected)
    assert "MIG102" in made.run("migrate", "plan", "CASE").stderr


def test_a_change_waits_for_its_migration(case: Case) -> None:
    case.book(BOOK.replace("FILLER      PIC X(10)", "CUST-MAIL   PIC X(10)"))
    before = case.lock()
    assert "MIG201" in case.run("check", "CASE").stdout
    case.ok("generate", "CASE")
    assert case.lock() == before
    found = case.run("check", "CASE")
    assert found.returncode == 1
    assert "MIG201" in found.stdout
    assert "GEN602" not in found.stdout
    again = case.run("check", "CASE")  # now from the stamp of the run before
    assert (again.returncode, again.stdout) == (1, found.stdout)
    case.ok("migrate", "new", "CASE")
    assert case.lock()["version"] == 1
    assert case.run("check", "CASE").returncode == 0
    assert case.run("diff", "CASE").returncode == 0
    assert case.migrations() == [
        "0001_added_cust_mail.checks.sql",
        "0001_added_cust_mail.down.sql",
        "0001_added_cust_mail.up.sql",
        "checksums.txt",
    ]
    case.ok("migrate", "verify", "CASE")


def test_new_writes_what_generate_would(case: Case) -> None:
    case.book(BOOK.replace("X(30)", "X(40)"))
    case.ok("migrate", "new", "CASE")
    assert case.ok("generate", "CASE").startswith("CASE: unchanged")
    assert "CHAR(40)" in (case.output / "src/repository/records.py").read_text() or "40" in (
        case.output / "src/repository/ddl/sqlite/030_final_tables.sql"
    ).read_text("utf-8")


def test_a_missing_field_is_a_question_and_nothing_is_written(case: Case) -> None:
    case.book(BOOK.replace("CUST-FAX ", "CUST-MAIL"))
    before = case.tree()
    for command in (["generate"], ["migrate", "new"], ["migrate", "plan"]):
        done = case.run(*command, "CASE")
        assert (command, done.returncode) == (command, 3)
        assert "error[MIG202]" in done.stderr
        assert "perhaps renamed to CUST_MAIL" in done.stderr
        assert case.tree() == before
    assert case.run("check", "CASE").returncode == 1
    assert "MIG202" in case.run("diff", "CASE").stderr
    assert case.run("generate", "--all").returncode == 3
    planned = json.loads(case.run("migrate", "plan", "CASE", "--format", "json").stdout)
    assert planned["exit_code"] == 3
    assert planned["jobs"][0]["status"] == "decision needed"
    (up,) = [t for n, t in planned["jobs"][0]["scripts"].items() if n.endswith(".up.sql")]
    assert "CUST_FAX" in up


def test_a_rename_is_accepted(case: Case) -> None:
    case.book(BOOK.replace("CUST-FAX ", "CUST-MAIL"))
    wrong = case.run("migrate", "accept-rename", "CASE", "CUST_NAME", "CUST_MAIL")
    assert wrong.returncode == 2
    assert (
        "did you mean CUST.CUST_FAX?" in wrong.stderr or "there are: CUST.CUST_FAX" in wrong.stderr
    )
    case.ok("migrate", "accept-rename", "CASE", "CUST.CUST_FAX", "cust-mail")
    text = (case.folder / "job.yaml").read_text("utf-8")
    assert "renamed_from: CUST_FAX" in text
    assert "# the number" in text
    case.ok("migrate", "new", "CASE")
    (up,) = case.output.glob("migrations/sqlite/*.up.sql")
    assert "CUST_FAX" in up.read_text("utf-8")
    case.ok("check", "CASE")
    case.ok("migrate", "verify", "CASE")


@pytest.mark.parametrize("word", ["drop", "keep"])
def test_a_field_is_given_up(case: Case, word: str) -> None:
    case.book(BOOK.replace("CUST-FAX ", "FILLER   "))
    case.yaml(YAML + f"    removed: {{CUST_FAX: {word}}}\n")
    case.ok("migrate", "new", "CASE")
    (up,) = case.output.glob("migrations/sqlite/*.up.sql")
    assert ("IRREVERSIBLE" in up.read_text("utf-8")) is (word == "drop")
    tables = case.lock()["tables"]
    assert isinstance(tables, dict)
    retired = [column["name"] for column in tables["CUST"]["retired"]]
    assert retired == (["CUST_FAX"] if word == "keep" else [])
    case.ok("check", "CASE")
    case.ok("migrate", "verify", "CASE")


def test_a_kept_column_is_dropped_later(case: Case) -> None:
    case.book(BOOK.replace("CUST-FAX ", "FILLER   "))
    for number, word in ((1, "keep"), (2, "drop")):
        case.yaml(YAML + f"    removed: {{CUST_FAX: {word}}}\n")
        case.ok("migrate", "new", "CASE")
        assert case.lock()["version"] == number
    case.ok("migrate", "verify", "CASE")
    assert len([name for name in case.migrations() if name.endswith(".up.sql")]) == 2


def test_bytes_that_move_need_no_migration(case: Case) -> None:
    book = BOOK.replace("05  CUST-FAX ", "05  FILLER    PIC X.\n           05  CUST-FAX ")
    case.book(book)
    shown = case.run("diff", "CASE")
    assert shown.returncode == 1
    assert "layout-only" in shown.stdout
    case.ok("generate", "CASE")
    assert case.lock()["version"] == 0
    case.ok("check", "CASE")
    assert case.run("diff", "CASE").returncode == 0


def test_a_baseline_while_nothing_is_deployed(case: Case) -> None:
    case.book(BOOK.replace("CUST-FAX ", "CUST-MAIL").replace("X(30)", "X(9)"))
    case.ok("generate", "CASE", "--baseline")
    assert case.lock()["version"] == 0
    case.ok("check", "CASE")
    case.book(BOOK.replace("CUST-FAX ", "CUST-MAIL"))
    case.ok("migrate", "new", "CASE")
    refused = case.run("generate", "CASE", "--baseline")
    assert refused.returncode == 2
    assert "MIG209" in refused.stderr


def test_a_hand_edited_file_stops_all_of_it(case: Case) -> None:
    edited = case.output / "src/repository/records.py"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    case.book(BOOK.replace("X(30)", "X(40)"))
    before = case.tree()
    done = case.run("migrate", "new", "CASE")
    assert done.returncode == 4
    assert case.tree() == before


def test_migrations_follow_each_other(case: Case) -> None:
    for number, size in enumerate((40, 50, 60), 1):
        case.book(BOOK.replace("X(30)", f"X({size})"))
        case.ok("migrate", "new", "CASE", "--slug", f"to_{size}")
        assert case.lock()["version"] == number
    chain = (case.output / "migrations/sqlite/checksums.txt").read_text("utf-8").splitlines()
    assert [line.split()[1] for line in chain[::3]] == [
        "0001_to_40.checks.sql",
        "0002_to_50.checks.sql",
        "0003_to_60.checks.sql",
    ]
    case.ok("migrate", "verify", "CASE")


@pytest.mark.parametrize("kind", ["checks", "up", "down"])
@pytest.mark.parametrize("deed", ["edited", "removed"])
def test_a_migration_never_changes(case: Case, kind: str, deed: str) -> None:
    case.book(BOOK.replace("X(30)", "X(40)"))
    case.ok("migrate", "new", "CASE", "--slug", "wider")
    path = case.output / f"migrations/sqlite/0001_wider.{kind}.sql"
    text = path.read_text("utf-8")
    if deed == "edited":
        path.write_text(text + "-- a word\n", "utf-8")
    else:
        path.unlink()
    found = case.run("migrate", "verify", "CASE")
    assert found.returncode == 1
    assert "MIG30" in found.stdout
    assert case.run("check", "CASE").returncode == 1
    case.run("generate", "CASE")
    assert path.read_text("utf-8") == (text + "-- a word\n" if deed == "edited" else text)


def test_a_target_that_joins_later(case: Case) -> None:
    case.book(BOOK.replace("X(30)", "X(40)"))
    case.ok("migrate", "new", "CASE")
    case.yaml(YAML.replace("[sqlite]", "[sqlite, db2-luw]"))
    case.ok("generate", "CASE")
    case.ok("migrate", "verify", "CASE")
    case.book(BOOK.replace("X(30)", "X(50)"))
    case.ok("migrate", "new", "CASE", "--slug", "again")
    luw = sorted(path.name for path in case.output.glob("migrations/db2-luw/*.sql"))
    assert luw == [f"0002_again.{kind}.sql" for kind in ("checks", "down", "up")]
    case.ok("migrate", "verify", "CASE")


def test_a_table_that_is_gone_had_migrations_before(case: Case) -> None:
    """They are tried on the table, though DDL that is new has it no more."""
    second = (
        "       01  ORD.\n           05  ORD-ID   PIC 9(8).\n           05  ORD-TEXT PIC X(9).\n"
    )
    book = case.folder / "copybooks/ORD.cpy"
    book.write_text(second, "utf-8")
    both = f"{YAML}  ORD: {{key: [ORD-ID], indexes: [{{fields: [ORD-TEXT]}}]}}\n"
    case.yaml(both)
    case.ok("migrate", "new", "CASE", "--slug", "second")
    book.write_text(second.replace("X(9)", "9(9)"), "utf-8")
    case.ok("migrate", "new", "CASE", "--slug", "number")
    book.unlink()
    case.yaml(f"{YAML}    removed: {{ORD: keep}}\n")
    case.ok("migrate", "new", "CASE", "--slug", "gone")
    case.ok("migrate", "verify", "CASE")


def test_a_slug_is_a_part_of_file_names(case: Case) -> None:
    case.book(BOOK.replace("X(30)", "X(40)"))
    for slug in ("../up", "Fax", "a b", ""):
        done = case.run("migrate", "new", "CASE", "--slug", slug)
        assert (slug, done.returncode) == (slug, 2)
    assert case.migrations() == []


def test_plan_of_one_target(case: Case) -> None:
    case.book(BOOK.replace("X(30)", "X(40)"))
    case.yaml(YAML.replace("[sqlite]", "[sqlite, db2-luw]"))
    planned = case.ok("migrate", "plan", "CASE", "--target", "db2-luw")
    assert "migrations/db2-luw/0001_" in planned
    assert "migrations/sqlite" not in planned
    assert case.run("migrate", "plan", "CASE", "--target", "db2-zos").returncode == 2


def test_a_table_with_another_name(case: Case) -> None:
    case.yaml(YAML + "    tables: {final: CLIENT, staging: STG_CLIENT}\n")
    case.ok("migrate", "new", "CASE")
    case.ok("migrate", "verify", "CASE")
    (up,) = case.output.glob("migrations/sqlite/*.up.sql")
    assert "CLIENT" in up.read_text("utf-8")
    tables = case.lock()["tables"]
    assert isinstance(tables, dict)
    assert "CUST" not in tables


def test_two_branches_that_both_migrated(case: Case) -> None:
    """git leaves its marks; the hint's command takes one branch, and the other comes again."""
    case.git("init", "-q", "-b", "main")
    case.commit("base")
    case.git("checkout", "-q", "-b", "other")
    case.book(BOOK.replace("FILLER      PIC X(10)", "CUST-ZIP    PIC X(5)"))
    case.ok("migrate", "new", "CASE", "--slug", "zip")
    case.commit("zip")
    case.git("checkout", "-q", "main")
    case.book(BOOK.replace("X(30)", "X(40)"))
    case.ok("migrate", "new", "CASE", "--slug", "wider")
    case.commit("wider")
    case.git("merge", "other", code=1)
    done = case.run("check", "CASE")
    assert done.returncode == 2
    assert "MIG101" in done.stdout + done.stderr
    report = json.loads(case.run("check", "CASE", "--format", "json").stdout)
    hint = report["jobs"][0]["problems"][0]["hint"]
    command = hint.split(": git ")[1].split(" (")[0].split()
    case.git("restore", "--source=HEAD", "--staged", "--worktree", command[-1])
    again = case.run("check", "CASE")
    assert again.returncode == 2
    assert "MIG101" in again.stdout + again.stderr
    case.git(*command)
    case.ok("migrate", "new", "CASE", "--slug", "zip")
    case.ok("migrate", "verify", "CASE")
    case.ok("check", "CASE")
    assert [name for name in case.migrations() if ".up." in name] == [
        "0001_wider.up.sql",
        "0002_zip.up.sql",
    ]


@pytest.mark.parametrize("migrated", [False, True])
def test_a_lock_that_is_lost_is_not_made_anew(case: Case, *, migrated: bool) -> None:
    if migrated:
        case.book(BOOK.replace("X(30)", "X(40)"))
        case.ok("migrate", "new", "CASE")
        (case.output / "cobrepo.lock").unlink()
    (case.folder / "schema.lock.json").unlink()
    case.book(BOOK.replace("X(30)", "X(50)"))
    before = case.tree()
    for command in (["generate"], ["check"], ["migrate", "new"]):
        done = case.run(*command, "CASE")
        assert done.returncode == 2
        assert "error[MIG101]" in done.stdout + done.stderr
    assert case.run("generate", "CASE", "--baseline").returncode == (2 if migrated else 0)
    assert (case.tree() == before) is migrated


def test_a_record_is_renamed_that_has_words_of_before(case: Case) -> None:
    """Words that were carried out speak of tables which nobody has called renamed yet."""
    case.book(BOOK.replace("CUST-NAME", "CUST-TITLE").replace("CUST-FAX ", "CUST-WEB "))
    case.yaml(f"{YAML}    removed: {{CUST_FAX: drop}}\n")
    case.ok("migrate", "accept-rename", "CASE", "CUST_NAME", "CUST_TITLE")
    case.ok("migrate", "new", "CASE")
    book = case.folder / "copybooks/CUST.cpy"
    book.write_text(book.read_text("utf-8").replace("01  CUST.", "01  CLIENT."), "utf-8")
    config = case.folder / "job.yaml"
    config.write_text(config.read_text("utf-8").replace("  CUST:", "  CLIENT:"), "utf-8")
    assert case.run("migrate", "plan", "CASE").returncode == 3
    case.ok("migrate", "accept-rename", "CASE", "CUST", "CLIENT")
    case.ok("migrate", "new", "CASE")
    case.ok("migrate", "verify", "CASE")
