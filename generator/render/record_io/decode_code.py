"""Decoders as Python: a function for each kind of record, and one for each table inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.reading.model import Block, Counter, Kind, Size
from generator.reading.sizes import measured
from generator.render.record_io.decode_lines import (
    Field,
    Piece,
    RowCode,
    Segment,
    joined,
    offset,
    row_code,
    runs,
    text_checks,
)
from generator.render.record_io.descriptions import blocks_of, sequence_type
from generator.render.record_io.imports import names_in
from generator.render.record_io.names import Locals, constant
from generator.render.record_io.pages import Way, way_of
from generator.render.record_io.slots import Place


@dataclass(frozen=True, slots=True)
class DecoderView:
    """A kind: constants of the module, the functions of its tables, the body of its own."""

    name: str
    constant: str
    row: str
    record: str
    constants: tuple[str, ...]
    tables: tuple[TableView, ...]
    lines: tuple[str, ...]
    children: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class TableView:
    """The function that reads one occurrence of a table."""

    name: str
    row: str
    parent: str
    item: str
    parameters: str
    lines: tuple[str, ...]


def decoder_view(kind: Kind, block: Block, place: Place) -> DecoderView:
    """The code of one kind of record with a table."""
    writer = _Writer(kind, place, way_of(place.settings.page))
    lines = tuple(writer.record(block))
    return DecoderView(
        kind.name,
        constant(kind.name),
        block.entity.class_name,
        kind.record,
        tuple(writer.constants),
        tuple(writer.tables),
        lines,
        "tuple(children)" if block.children else "()",
        frozenset(writer.names),
    )


class _Writer:
    def __init__(self, kind: Kind, place: Place, way: Way) -> None:
        self.kind = kind
        self.place = place
        self.way = way
        self.constants: list[str] = []
        self.tables: list[TableView] = []
        self.names: set[str] = {"UNUSUAL", "UnusualError", "unfrozen"}
        self.counters = [counter.name for counter in kind.counters]

    def record(self, block: Block) -> Iterator[str]:
        """The body of the function of a kind."""
        for number, counter in enumerate(self.kind.counters):
            yield from self._counter(number, counter)
        different = "!=" if self.place.file.format == "variable" else "<"
        yield f"if len(raw) {different} {offset(self.kind.length)}:"
        yield "    raise UnusualError"
        codes = self._codes(block)
        if any(segment.text for code in codes.values() for segment in code.segments):
            yield f"text = {self.way.decode.format(raw='raw')}"
        if any(segment.nibbles for code in codes.values() for segment in code.segments):
            yield "nibbles = raw.hex()"
        yield from self._row(codes[block.entity.name], "")
        if block.children:
            yield "children: list[Row] = []"
            for child in block.children:
                yield from self._loop(child, codes, "", "row", Locals(*self.counters))

    def _codes(self, block: Block) -> dict[str, RowCode]:
        """The code of the rows of each block; the locals of one function each."""
        return {
            each.entity.name: row_code(each, self.place, self.way, Locals(*self.counters))
            for each in blocks_of(block)
        }

    def _counter(self, number: int, counter: Counter) -> Iterator[str]:
        name = f"_{self.kind.name}_{counter.name}".upper()
        if counter.item is None:
            yield from self._outside(counter)
            return
        self.names.add("counts")
        self.constants.append(f"{name} = counts({constant(self.kind.name)}.counters[{number}])")
        start = offset(counter.item.offset)
        end = f"{start} + {counter.item.length}"
        if start.isdigit():
            end = str(int(start) + counter.item.length)
        yield f"{counter.name} = {name}[raw[{start}:{end}]]"

    def _outside(self, counter: Counter) -> Iterator[str]:
        """A counter that the length of the record tells."""
        shortest = measured(self.kind.length, {counter.name: 0})
        size = measured(self.kind.length, {counter.name: 1}) - shortest
        yield f"{counter.name}, rest = divmod(len(raw) - {shortest}, {size})"
        yield f"if rest or not {counter.minimum} <= {counter.name} <= {counter.maximum}:"
        yield "    raise UnusualError"

    def _row(self, code: RowCode, base: str, key: Sequence[str] = ()) -> Iterator[str]:
        """The pieces, the checks and the row."""
        entity = code.block.entity
        self.names |= code.names
        self.constants += code.constants
        checks: list[str] = []
        for number, segment in enumerate(code.segments):
            yield from self._segment(entity.name, number, segment, base, checks)
        if checks:
            yield f"if {joined(checks)}:"
            yield "    raise UnusualError"
        twin = f"_{entity.name}_ROW".upper()
        self.constants.append(f"{twin} = unfrozen({entity.class_name})")
        yield f"row = {twin}("
        for value in (*key, *code.values):
            yield f"    {value},"
        yield ")"
        yield f"row.__class__ = {entity.class_name}"

    def _segment(
        self, entity: str, number: int, segment: Segment, base: str, checks: list[str]
    ) -> Iterator[str]:
        """What is cut out of the bytes of a segment."""
        name = f"_{entity}{f'_{number + 1}' if number else ''}".upper()
        start = base
        if segment.varying or base:
            start = _offset_of(segment, base)
        digit_runs = self._runs(segment.digit_runs, f"digits_{number + 1}", segment)
        text_runs = self._runs(segment.text_runs, f"text_{number + 1}", segment)
        yield from self._cut(f"{name}_TEXT", "text", segment.text, start, 1)
        yield from self._cut(f"{name}_NIBBLES", "nibbles", segment.nibbles, start, 2)
        for order in (">", "<"):
            fields = [each for each in segment.fields if each.order == order]
            for index, each in enumerate(_apart(fields)):
                suffix = "" if order == ">" and not index else f"_{order == '<':d}{index}"
                yield from self._unpack(f"{name}_BYTES{suffix}", order, each, start)
        checks += [f"not {run}.isdecimal()" for run in digit_runs]
        if not self.way.latin:
            checks += [f"not {run}.isascii()" for run in digit_runs]
        nul = [f'"\\0" in {run}' for run in text_runs]
        if nul and len(segment.blanked) == len(segment.text_runs):
            yield f"if {joined(nul)}:"
            yield from (f"    {name} = blanked({name})" for name in segment.blanked)
        else:
            checks += nul
        for run in text_runs:
            checks += text_checks(run, self.way, nul=False)
        checks += segment.checks

    def _runs(self, pieces: Sequence[Piece], name: str, segment: Segment) -> list[str]:
        """A variable for each run of pieces; a piece for what is more than one."""
        found = []
        for number, run in enumerate(runs(pieces), start=1):
            if len(run) == 1:
                found.append(run[0].name)
                continue
            whole = Piece(f"{name}_{number}", run[0].start, run[-1].end)
            segment.text.append(whole)
            found.append(whole.name)
        return found

    def _cut(
        self, name: str, source: str, pieces: Sequence[Piece], start: str, unit: int
    ) -> Iterator[str]:
        """Every piece of the text or the nibbles, at once where there are several."""
        if not pieces:
            return
        window = source
        if start:
            low = min(each.start for each in pieces)
            high = max(each.end for each in pieces)
            pieces = [Piece(p.name, p.start - low, p.end - low, p.one) for p in pieces]
            window = f"{source}[{_scaled(start, unit, low)}:{_scaled(start, unit, high)}]"
        if len(pieces) == 1:
            (piece,) = pieces
            place = piece.index
            if start:
                end = "" if piece.one else f" : {_scaled(start, unit, high)}"
                place = f"{_scaled(start, unit, low)}{end}"
            yield f"{piece.name} = {source}[{place}]"
            return
        self.names.add("itemgetter")
        self.constants.append(f"{name} = itemgetter({', '.join(p.key for p in pieces)})")
        yield f"({', '.join(each.name for each in pieces)}) = {name}({window})"

    def _unpack(self, name: str, order: str, fields: Sequence[Field], start: str) -> Iterator[str]:
        """The binary numbers of one byte order, and the bytes of what is looked up."""
        low = min(each.start for each in fields) if start else 0
        form, at = order, low
        for each in sorted(fields, key=lambda one: one.start):
            form += f"{each.start - at}x" if each.start > at else ""
            form += each.code
            at = each.end
        self.names.add("struct")
        self.constants.append(f'{name} = struct.Struct("{form}").unpack_from')
        targets = ", ".join(f.name for f in sorted(fields, key=lambda one: one.start))
        where = f", {_scaled(start, 1, low)}" if start else ""
        yield f"({targets},) = {name}(raw{where})"

    def _loop(
        self, block: Block, codes: dict[str, RowCode], base: str, parent: str, used: Locals
    ) -> Iterator[str]:
        """The occurrences of a table."""
        table, entity = block.table, block.entity
        if table is None:
            raise TypeError(block)
        arguments = self._table(block, codes)
        at = used.new(f"{entity.name.lower()}_at")
        size = offset(table.occurrence)
        yield f"{at} = {offset(table.offset, base)}"
        last = table.count + 1 if isinstance(table.count, int) else f"{table.count} + 1"
        yield f"for index in range(1, {last}):"
        call = f"_{entity.name.lower()}({arguments}, {at}, {parent}, index, children)"
        if table.empty:
            yield f"    if raw[{at} : {at} + {size}].strip({table.empty!r}):"
            yield f"        {call}"
        else:
            yield f"    {call}"
        yield f"    {at} += {size}"

    def _table(self, block: Block, codes: dict[str, RowCode]) -> str:
        """The function of one occurrence; gives what it must be told of the record."""
        entity = block.entity
        made = sequence_type(block)
        number = "occurrence" if made == "int" else f"{made}(occurrence)"
        key = [*(f"parent.{name}" for name in block.inherited), number]
        place = len(self.tables)
        lines = list(self._row(codes[entity.name], "at", key))
        lines.append("children.append(row)")
        used = Locals(*self.counters)
        for child in block.children:
            lines += self._loop(child, codes, "at", "row", used)
        parent = block.entity.parent or ""
        names = names_in(lines)
        arguments = [name for name in ("raw", "text", "nibbles", *self.counters) if name in names]
        types = {"raw": "bytes", "text": "str", "nibbles": "str"}
        parameters = [f"{name}: {types.get(name, 'int')}" for name in arguments]
        view = TableView(
            f"_{entity.name.lower()}",
            entity.class_name,
            _row_class(parent, self.kind),
            str(entity.item.name if entity.item else entity.name),
            ", ".join(parameters),
            tuple(lines),
        )
        self.tables.insert(place, view)
        return ", ".join(arguments)


def _row_class(name: str, kind: Kind) -> str:
    if kind.block:
        for block in blocks_of(kind.block):
            if block.entity.name == name:
                return block.entity.class_name
    raise ValueError(name)


def _offset_of(segment: Segment, base: str) -> str:
    """Where a segment starts, without its fixed part."""
    return offset(Size(0, segment.varying), base) if segment.varying else base


def _scaled(start: str, unit: int, low: int) -> str:
    """A place in the text, or twice as far in the nibbles."""
    base = start if start.isidentifier() or unit == 1 else f"({start})"
    base = base if unit == 1 else f"{unit} * {base}"
    return f"{base} + {low}" if low > 0 else f"{base} - {-low}" if low < 0 else base


def _apart(fields: Sequence[Field]) -> list[list[Field]]:
    """Fields in as many structs as it takes for none to overlap another."""
    structs: list[list[Field]] = []
    for each in sorted(fields, key=lambda one: (one.start, one.end)):
        for struct in structs:
            if struct[-1].end <= each.start:
                struct.append(each)
                break
        else:
            structs.append([each])
    return structs
