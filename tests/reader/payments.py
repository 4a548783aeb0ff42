"""A made-up file of payments and refunds: 20 bytes each, type, number, amount, name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

LENGTH = 20


class Payments:
    """Its row classes, kinds and layouts, made of the generated types."""

    def __init__(self, kinds: Any, values: Any) -> None:
        self.Payment = _row_class("payment", values.Entity)
        self.Refund = _row_class("refund", values.Entity)
        self._kinds = kinds
        sums = ((self.Payment, "amount"), (self.Refund, "amount"))
        shared = {"minimum": LENGTH, "maximum": LENGTH}
        self.payment, self.refund = (
            kinds.Kind(
                name,
                name.upper(),
                "detail",
                **shared,
                row_type=row_type,
                decode=_decoder(row_type),
                diagnose=self._diagnose,
                printable=(slice(10, LENGTH),),
            )
            for name, row_type in (("payment", self.Payment), ("refund", self.Refund))
        )
        self.header = kinds.Kind("header", "HEADER", "header", **shared)
        self.trailer = kinds.Kind(
            "trailer", "TRAILER", "trailer", **shared, trailer=self._trailer, sums=sums
        )
        self._sums = sums

    def layout(self, encoding: str = "cp037", *, marks: bool = False, **changes: Any) -> Any:
        """The file's layout; with `marks` it has headers and trailers."""
        kinds = [self.payment, self.refund]
        if marks:
            kinds += [self.header, self.trailer]
        by_type = {kind.record[0].encode(encoding): kind for kind in kinds}
        layout = self._kinds.Layout(
            name="PAYMENTS",
            format="fixed",
            length=LENGTH,
            encoding=encoding,
            kinds=tuple(kinds),
            kind_of=lambda raw: by_type.get(raw[:1]),
            reject_to=self.Payment,
            text=lambda raw: raw.decode(encoding, "replace"),
            blank=" ".encode(encoding),
            newline=b"\n" if encoding in ("ascii", "latin-1") else b"\x15",
        )
        return replace(layout, **changes)

    def wide(self, length: int, **changes: Any) -> Any:
        """The layout of payments that are so long, blanks behind the name."""
        kind = replace(self.payment, minimum=length, maximum=length)
        return self.layout(length=length, kinds=(kind,), kind_of=lambda _: kind, **changes)

    def _diagnose(self, raw: bytes) -> Any:
        bad = tuple(
            self._kinds.BadField(attribute, attribute.upper(), offset, length, "is no number")
            for attribute, offset, length in (("number", 1, 4), ("amount", 5, 5))
            if not _is_number(raw[offset : offset + length])
        )
        if any(one.attribute == "amount" for one in bad):
            return self._kinds.Diagnosis(bad)
        return self._kinds.Diagnosis(bad, {"amount": Decimal(raw[5:10].decode("cp037"))})

    def _trailer(self, raw: bytes) -> Any:
        if not _is_number(raw[1:10]):
            bad = self._kinds.BadField(None, "COUNT", 1, 9, "is no number")
            raise self._kinds.BadRecordError(bad)
        text = raw.decode("cp037")
        total = self._kinds.TrailerTotal("TOTAL", Decimal(text[5:10]), self._sums)
        return self._kinds.TrailerSays(int(text[1:5]), False, (total,))  # noqa: FBT003


def line(kind: str, number: object, amount: object = 0, name: str = "") -> bytes:
    """A record of the file in cp037."""
    return f"{kind}{number:>04}{amount:>05}{name:10}".encode("cp037")


def some(count: int, name: str = "SOMEBODY") -> list[bytes]:
    """So many payments."""
    return [line("P", number % 10000, number % 7, name) for number in range(count)]


def _is_number(raw: bytes) -> bool:
    return raw.decode("cp037").isdigit()


def _decoder(row_type: Any) -> Callable[[bytes], tuple[Any, tuple[()]]]:
    def decode(raw: bytes) -> tuple[Any, tuple[()]]:
        number, amount = raw[1:5], raw[5:10]
        if not (_is_number(number) and _is_number(amount)):
            raise ValueError
        return row_type(int(number.decode("cp037")), Decimal(amount.decode("cp037"))), ()

    return decode


def _row_class(name: str, entity: Any) -> Any:
    @dataclass(frozen=True, slots=True)
    class _Row:
        ENTITY: ClassVar[Any] = entity(
            name, f"STG_{name}", name, ("number", "amount"), ("number",), ("amount",)
        )
        number: int
        amount: Decimal

    return _Row
