"""The bytes of a file, as the mainframe writes them: EBCDIC, packed, RECFM V.

Written from the copybook by hand, and not by what is under test.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .plans import File, Record

PAGE = "cp037"
LINES, CHARGES = 3, 2


def bytes_of(file: File) -> bytes:
    """The file that holds these records; what cannot be read in one of them is no digit."""
    return b"".join(_described(_bytes_of(record)) for record in file)


def _described(data: bytes) -> bytes:
    """With its record descriptor word (DFSMS Using Data Sets, variable-length records)."""
    return (len(data) + 4).to_bytes(2, "big") + b"\0\0" + data


def _bytes_of(record: Record) -> bytes:
    table, root = record.rows[0]
    bad = record.poison == "unreadable"
    if table == "CUSTOMER":
        since = "99999999" if bad else root["cust_since"].strftime("%Y%m%d")
        return (
            _text(root["cust_type"], 1)
            + _text(root["cust_id"], 12)
            + _text(since, 8)
            + _text(root["cust_name"], 40)
            + _packed(root["cust_balance"], 11, 2)
        )
    number = b"\xff" * 5 if bad else _packed(root["order_no"], 9, 0, sign="F")
    return (
        _text(root["rec_type"], 1)
        + number
        + _text(root["order_ref"], 12)
        + _text(root["order_text"], 40)
        + _packed(root["order_total"], 11, 2)
        + root["line_count"].to_bytes(2, "big")
        + b"".join(_line(line, record) for table, line in record.rows[1:] if table == "ORDER_LINE")
    )


def _line(line: dict[str, Any], record: Record) -> bytes:
    charges = [
        _text(charge["charge_code"], 12) + _packed(charge["charge_amt"], 7, 2)
        for table, charge in record.rows
        if table == "LINE_CHARGE" and charge["line_no"] == line["line_no"]
    ]
    charges += [_text("", 16)] * (CHARGES - len(charges))
    return _text(line["sku"], 12) + _packed(line["line_amt"], 9, 2) + b"".join(charges)


def _text(value: str, length: int) -> bytes:
    return value.ljust(length).encode(PAGE)


def _packed(value: Decimal, digits: int, scale: int, sign: str = "") -> bytes:
    """Two digits a byte, the sign in the last half: C, D, or F without one."""
    units = int(value.scaleb(scale))
    sign = sign or ("D" if units < 0 else "C")
    text = f"{abs(units):0{digits}}{sign}"
    return bytes.fromhex(text.rjust(len(text) + len(text) % 2, "0"))
