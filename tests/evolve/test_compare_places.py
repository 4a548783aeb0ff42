"""Where fields have moved to, told table by table."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

from generator.evolve.comparing.compare import compare
from tests.evolve.versions import mapped

SAMPLES = Path(__file__).parents[2] / "samples/source/jobs"


def test_fields_of_different_descriptions_move_on_their_own(tmp_path: Path) -> None:
    """What lies between them in the bytes belongs to another table."""
    job = copytree(SAMPLES / "POLICY", tmp_path / "POLICY")
    before = mapped(job).model
    member = job / "copybooks" / "POLTRAN.cpy"
    text = member.read_text("utf-8")
    wider = text.replace("PT-USER-ID                  PIC X(8)", "PT-USER-ID  PIC X(10)")
    assert wider != text
    member.write_text(wider, "utf-8")
    after = mapped(job, before)
    found = compare(before, after.model, after.words, after.targets).changes
    assert [(c.table, c.reader.split(" from ")[0]) for c in found if c.kind == "fields-moved"] == [
        ("POLICY_NEW_BUSINESS", "6 fields"),
        ("POLICY_PREMIUM", "4 fields"),
        ("POLICY_CLAIM", "6 fields"),
    ]
