"""Files as Python: their kinds of records, the conditions that tell these apart, the trailers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.reading.model import All, Any, Compare, Not, Test, Text
from generator.render.record_io.decode_lines import offset
from generator.render.record_io.images import octets
from generator.render.record_io.names import constant
from generator.render.record_io.slots import Place, number_slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.reading.model import Item, Kind

_ALWAYS = "True"


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of record as Kind of kinds.py."""

    constant: str
    arguments: tuple[str, ...]
    trailer: TrailerView | None


@dataclass(frozen=True, slots=True)
class TrailerView:
    """The function that reads a trailer."""

    name: str
    record: str
    count: str
    counts_all: str
    totals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestView:
    """A line of kind_of: the condition, and the kind that it tells."""

    condition: str
    constant: str
    always: bool


@dataclass(frozen=True, slots=True)
class LayoutView:
    """A file as Layout of kinds.py."""

    name: str
    function: str
    parameter: str
    kinds: tuple[KindView, ...]
    tests: tuple[TestView, ...]
    open: bool
    arguments: tuple[str, ...]
    constants: tuple[str, ...]
    page: str


def layout_view(place: Place, function: str) -> LayoutView:
    """A file with its kinds."""
    file = place.file
    maker = _Maker(place, function)
    kinds = tuple(maker.kind(kind) for kind in file.kinds)
    tests = tuple(maker.test(kind) for kind in file.kinds)
    newline = b"\x15" if place.ebcdic else b"\n"
    arguments = (
        f'"{file.name}"',
        f'"{file.format}"',
        f"length={file.length}",
        f'encoding="{file.encoding}"',
        f"kinds=({', '.join(kind.constant for kind in kinds)},)",
        f"kind_of={function}",
        f"reject_to={file.reject_to}",
        f"text={place.page}.shown",
        f"blank={place.page}.blank",
        f"newline={newline!r}",
        f'unmatched="{file.unmatched}"',
        f'invalid="{file.invalid}"',
        f"blocked={file.blocked}",
        f'descriptors="{file.descriptors}"',
    )
    parameter = "raw" if any(test.condition for test in tests) else "_raw"
    is_open = not any(test.always for test in tests)
    return LayoutView(
        file.name,
        function,
        parameter,
        kinds,
        tests,
        is_open,
        arguments,
        tuple(maker.constants),
        place.page,
    )


class _Maker:
    def __init__(self, place: Place, function: str) -> None:
        self.place = place
        self.function = function
        self.constants: list[str] = []

    def kind(self, kind: Kind) -> KindView:
        """A kind with the functions that read it."""
        name = constant(kind.name)
        options = []
        if kind.block:
            options += [
                f"row_type={kind.block.entity.class_name}",
                f"decode=decoders.decode_{kind.name}",
                f"diagnose=partial(exactly.diagnose, descriptions.{name})",
            ]
        if kind.length.varying:
            options.append(f"length=partial(exactly.length_of, descriptions.{name})")
        trailer = self._trailer(kind)
        if trailer:
            options.append(f"trailer={trailer.name}")
            sums = dict.fromkeys(pair for total in kind.totals for pair in total.attributes)
            options += [f"sums={_sums(tuple(sums))}"] if sums else []
        printable = _printable(kind)
        if printable:
            options.append(f"printable=({''.join(f'{each}, ' for each in printable)})")
        head = (
            f'"{kind.name}"',
            f'"{kind.record}"',
            f'"{kind.role}"',
            f"minimum={kind.minimum}",
            f"maximum={kind.maximum}",
        )
        return KindView(name, (*head, *options), trailer)

    def _trailer(self, kind: Kind) -> TrailerView | None:
        if kind.role != "trailer":
            return None
        count = "None"
        if kind.count:
            count = f"int(exactly.value_of({self._slot(kind, 'COUNT', kind.count)}, raw))"
        totals = []
        for number, total in enumerate(kind.totals, start=1):
            slot = self._slot(kind, f"TOTAL_{number}", total.item)
            value = f"Decimal(exactly.value_of({slot}, raw))"
            totals.append(f'TrailerTotal("{total.item.path}", {value}, {_sums(total.attributes)})')
        name = f"trailer_{kind.name}"
        return TrailerView(name, kind.record, count, str(kind.counts_all), tuple(totals))

    def _slot(self, kind: Kind, suffix: str, item: Item) -> str:
        name = f"_{constant(kind.name)}_{suffix}"
        self.constants.append(f"{name} = {number_slot(item, self.place)}")
        return name

    def test(self, kind: Kind) -> TestView:
        """The condition of a kind."""
        condition = self._test(kind.when, outer=True)
        always = condition == _ALWAYS
        return TestView("" if always else condition, constant(kind.name), always)

    def _test(self, test: Test, *, outer: bool = False) -> str:
        match test:
            case Compare():
                return self._compare(test)
            case Not(part):
                return f"not ({self._test(part)})"
            case All(parts):
                return self._both(" and ", [self._test(part) for part in parts], outer=outer)
            case Any(parts):
                return self._both(" or ", [self._test(part) for part in parts], outer=outer)

    @staticmethod
    def _both(word: str, parts: Sequence[str], *, outer: bool) -> str:
        text = word.join(parts) or _ALWAYS
        return text if outer or len(parts) == 1 else f"({text})"

    def _compare(self, test: Compare) -> str:
        item, operator = test.item, _OPERATORS[test.operator]
        start = offset(item.offset)
        end = str(int(start) + item.length) if start.isdigit() else f"{start} + {item.length}"
        data = f"raw[{start}:{end}]"
        if isinstance(test.literal, str):
            return self._by_value(test, data, operator)
        literal = octets(test.literal)
        if operator == "==":
            return f"{data} == {literal}"
        return f"(len(raw) >= {end} and {data} {operator} {literal})"

    def _by_value(self, test: Compare, data: str, operator: str) -> str:
        """None where there is no number."""
        name = f"_{self.function}_{len(self.constants) + 1}".upper()
        self.constants.append(f"{name} = exactly.number({number_slot(test.item, self.place)})")
        value = Decimal(str(test.literal))
        shown = str(int(value)) if value == int(value) else f'Decimal("{value}")'
        if operator == "==":
            return f"{name}({data}) == {shown}"
        return f"((value := {name}({data})) is not None and value {operator} {shown})"


_OPERATORS = {"=": "==", "<>": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}


def _sums(pairs: Sequence[tuple[str, str]]) -> str:
    return "(" + "".join(f'({row}, "{attribute}"), ' for row, attribute in pairs) + ")"


def _printable(kind: Kind) -> tuple[str, ...]:
    """Where the text of a record is that does not move."""
    if kind.block is None:
        return ()
    items = [value.item for value in kind.block.values if not value.present]
    texts = [item for item in items if isinstance(item.storage, Text) and not item.offset.varying]
    slices = [f"slice({item.offset.fixed}, {item.offset.fixed + item.length})" for item in texts]
    return tuple(dict.fromkeys(slices))
