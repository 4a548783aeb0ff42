"""What was decided about the files, for the review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.reading.model import All, Binary, Float, Item, National, Zoned
from generator.relational.tables import Decision

if TYPE_CHECKING:
    from generator.problems import Location
    from generator.reading.files import FilePlan
    from generator.reading.kinds import Told
    from generator.reading.model import SourceFile
    from generator.reading.settings import Settings

_FORMATS = {
    "fixed": "records of {length} bytes without descriptor words (RECFM F, FB)",
    "variable": "records of at most {length} bytes behind descriptor words (RECFM V, VB)",
    "text": "lines of at most {length} bytes",
}
_DEFAULT = "the default; say otherwise under input:"


@dataclass(frozen=True, slots=True)
class Decided:
    """A file with everything that it was made from."""

    file: SourceFile
    plan: FilePlan
    told: Sequence[Told]
    settings: Settings
    place: Location | None

    def decisions(self) -> Iterator[Decision]:
        """In the order in which a reader of the review asks."""
        yield self._say("input-file", self._records(), self._why_records())
        yield self._say("code-page", f"read in {self.file.encoding}", self._why("encoding"))
        form = _FORMATS[self.file.format].format(length=self.file.length)
        yield self._say("record-format", form, self._why_format())
        yield from self._of_items()
        yield self._say("contents", self._contents(), self._why("text", "numbers"))
        invalid = "is rejected by name" if self.file.invalid == "reject" else "ends the run"
        text = f"a record that cannot be read {invalid}; one of no kind is {self._unmatched()}"
        yield self._say("invalid-records", text, self._why("invalid"))
        yield from self._trailers()

    def _say(self, rule: str, text: str, reason: str) -> Decision:
        return Decision(self.file.name, rule, text, reason, self.place)

    def _why(self, *keys: str) -> str:
        said = [f"input.{key}" for key in keys if key in self.settings.said]
        return f"{' and '.join(said)} of job.yaml" if said else _DEFAULT

    def _records(self) -> str:
        names = list(dict.fromkeys(kind.record for kind in self.file.kinds))
        text = f"holds {', '.join(names)}"
        if len(self.file.kinds) > 1:
            text += ", the first whose condition holds"
            if self.file.kinds[-1].when == All():
                text += f"; {names[-1]} takes every record that is of no other kind"
        return text

    def _why_records(self) -> str:
        if self.plan.said:
            return "files: of job.yaml"
        return "the records of one copybook that share storage or have conditions are one file"

    def _why_format(self) -> str:
        if "format" in self.settings.said:
            return "input.format of job.yaml"
        if self.file.format == "fixed":
            return "its records have one length; say otherwise under input:"
        return "its records differ in length, for which the compiler chooses RECORDING MODE V"

    def _unmatched(self) -> str:
        return "rejected" if self.file.unmatched == "reject" else "skipped and counted"

    def _contents(self) -> str:
        text, numbers = self.settings.text, self.settings.numbers
        return (
            f"text of LOW-VALUES: {text.low_values}, of HIGH-VALUES: {text.high_values}; numbers "
            f"of SPACES: {numbers.spaces}, of LOW-VALUES: {numbers.low_values}, of HIGH-VALUES: "
            f"{numbers.high_values} (a key is rejected instead of null)"
        )

    def _of_items(self) -> Iterator[Decision]:
        """Settings that matter only where an item is of that kind."""
        how = self.settings
        storages = [item.storage for item in self._items()]
        if any(each.kind.counters for each in self.told):
            slides = how.odo == "slide"
            where = "behind the last occurrence" if slides else "where the largest table ends"
            text = f"items behind a table with DEPENDING ON stand {where}"
            yield self._say("odo", text, self._why("odo"))
        if not how.page.ebcdic and any(
            isinstance(each, Zoned) and each.sign and not each.separate for each in storages
        ):
            yield self._say(
                "signs", f"signs over digits as in {how.signs.upper()}", self._why("signs")
            )
        if any(isinstance(each, Float) for each in storages):
            name = "IBM hexadecimal" if how.floats == "ibm" else "IEEE 754"
            yield self._say("floats", f"COMP-1 and COMP-2 are {name}", self._why("floats"))
        if any(isinstance(each, Binary) and each.digits is None for each in storages):
            yield self._say("binary", f"COMP-5 is {how.binary}-endian", self._why("binary"))
        if any(isinstance(each, National) for each in storages):
            text = f"NATIONAL is UTF-16, {how.national}-endian"
            yield self._say("national", text, self._why("national"))

    def _items(self) -> Iterator[Item]:
        for each in self.told:
            if each.kind.block:
                yield from (value.item for value in each.kind.block.everything())

    def _trailers(self) -> Iterator[Decision]:
        for kind in self.file.kinds:
            if kind.role != "trailer":
                continue
            checks = ["the number of records"] if kind.count else []
            checks += [f"the sum in {total.item.path}" for total in kind.totals]
            checked = f"{' and '.join(checks)} must agree" if checks else "nothing in it is checked"
            reason = (
                "trailer of job.yaml" if checks else "trailer.count and trailer.totals say nothing"
            )
            yield self._say("trailer", f"{kind.record}: {checked}", reason)
