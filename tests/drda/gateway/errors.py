"""Derby's errors in Db2's terms: SQLCODE, SQLSTATE and the tokens of the message.

Derby numbers its errors by SQLSTATE alone. A token is a text, or the place of the token of
Derby's message that Db2 shows too. The codes are those of the message catalogue that comes with
the driver; where one state of Derby stands for several of Db2, it is the one that an INSERT gets.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Db2Error(NamedTuple):
    """What Db2 says."""

    sqlcode: int
    sqlstate: str
    tokens: tuple[int | str, ...] = ()


DERBY_ROLLED_BACK: Final = -30001  # Derby's SQLCODE where the transaction is gone

ERRORS: Final[dict[str, Db2Error]] = {
    "02000": Db2Error(100, "02000"),
    "22001": Db2Error(-433, "22001", (1,)),
    "22003": Db2Error(-413, "22003"),
    "22007": Db2Error(-180, "22007"),
    "22012": Db2Error(-801, "22012"),
    "22018": Db2Error(-420, "22018", (0,)),
    "23502": Db2Error(-407, "23502", (0,)),
    "23503": Db2Error(-530, "23503", (0,)),
    "23505": Db2Error(-803, "23505", (0, 1)),
    "23513": Db2Error(-545, "23513", (1,)),
    "40001": Db2Error(-911, "40001", ("2",)),  # deadlock
    "40XL1": Db2Error(-911, "40001", ("68",)),  # lock timeout
    "40XL2": Db2Error(-911, "40001", ("68",)),
    "42X01": Db2Error(-104, "42601", (0, "", "")),
    "42X04": Db2Error(-206, "42703", (0,)),
    "42X05": Db2Error(-204, "42704", (0,)),
    "42X14": Db2Error(-206, "42703", (0,)),
    "42Y07": Db2Error(-204, "42704", (0,)),
    "42Y55": Db2Error(-204, "42704", (1,)),
    "X0Y32": Db2Error(-601, "42710", (1, 0)),
}

NO_PACKAGE: Final = Db2Error(-805, "51002", ("DB2LIC.SYSLIC",))

# A value that is too long is another error where it came as a parameter.
OF_PARAMETERS: Final[dict[int, Db2Error]] = {-433: Db2Error(-302, "22001")}


def db2_error(derby_state: str, tokens: list[str], *, parameters: bool) -> Db2Error | None:
    """Db2's error for Derby's, with its tokens filled in; None for a state without one."""
    known = ERRORS.get(derby_state)
    if known is None:
        return None
    if parameters:
        known = OF_PARAMETERS.get(known.sqlcode, known)
    shown = (
        token if isinstance(token, str) else tokens[token] if token < len(tokens) else ""
        for token in known.tokens
    )
    return known._replace(tokens=tuple(shown))
