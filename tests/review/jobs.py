"""Copybooks and jobs for the review's tests."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples/source"

HOSTILE = """\
version: 1
job: HOSTILE
targets: [db2-luw, sqlite]
defaults: {checks: true}
records:
  REC:
    key: [ID-NO]
    fields:
      SECRET: {ignore: true, reason: "<img src=x onerror=\\"document.title='owned'\\"> & 'so on'"}
"""


def hostile_copybook() -> str:
    lines = (
        "01  REC.",
        "    05  ID-NO PIC 9(4).",
        "    05  KIND PIC X(30).",
        "        88  BAD VALUE '</script><b id=\"owned\">&amp;'",
        "                      '<!--', 'it''s \"so\"'.",
        "    05  SECRET PIC X(8) VALUE '</style>'.",
    )
    return "".join(f"       {line}\n" for line in lines)


def changed_copybook(text: str) -> str:
    """A field added, one wider, one with another name."""
    for before, after in (
        ("PT-NB-INSURED-NAME      PIC X(40)", "PT-NB-INSURED-NAME      PIC X(50)"),
        ("PIC X(55)", "PIC X(37)"),
        ("PT-PM-REFERENCE   ", "PT-PM-PAYMENT-REF "),
        (
            f"{' ' * 15}10  PT-NB-SMOKER ",
            f"{' ' * 15}10  PT-NB-AGENT             PIC X(8).\n{' ' * 15}10  PT-NB-SMOKER ",
        ),
    ):
        assert before in text
        text = text.replace(before, after)
    return text


def wide_copybook(fields: int) -> str:
    """One record of so many fields, of the usual kinds."""
    pictures = ("X(10)", "S9(9)V99 COMP-3", "9(8)", "S9(4) COMP", "X", "9(5)")
    lines = ["01  WIDE-RECORD.", "    05  W-KEY PIC 9(9)."]
    lines += [
        f"    05  W-FIELD-NUMBER-{number:03} PIC {pictures[number % len(pictures)]}."
        for number in range(1, fields)
    ]
    return "\n".join(lines)


WIDE = """\
targets: [db2-luw, sqlite]
records:
  WIDE-RECORD: {key: [W-KEY]}
"""
