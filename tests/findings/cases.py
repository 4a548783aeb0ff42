"""For each rule of design a job that raises it, and one that only looks as if it did."""

from __future__ import annotations

from dataclasses import dataclass

KEYED = "records: {REC: {key: [REC-ID]%s}}\n"


@dataclass(frozen=True)
class Rule:
    """`raises` and `misses` are copybook and job.yaml; `told` is a part of the message."""

    code: str
    subject: str
    told: str
    raises: tuple[str, str]
    misses: tuple[str, str]


def record(*items: str) -> str:
    return "\n".join(["01  REC.", *(f"    05  {item}." for item in items)])


def keyed(more: str = "", above: str = "") -> str:
    return above + KEYED % (f", {more}" if more else "")


TWO = record("REC-ID PIC X(8)", "CITY PIC X(20)", "STREET PIC X(20)")
TAX = record("REC-ID PIC X(8)", "TAX-NO PIC X(11)", "NAME PIC X(20)")
RATE = record("REC-ID PIC X(8)", "RATE COMP-2", "CITY PIC X(9)")
SWITCH = "01  REC.\n    05  REC-ID PIC X(8).\n    05  STATUS-CODE PIC X(2).\n"
STATES = "".join(f"        88  IS-{n} VALUE '{n:02}'.\n" for n in range(12))
TEXT = record("REC-ID PIC X(8)", "REMARKS PIC X(120)")
WIDE = ", ".join(f"{{fields: [F{n}]}}" for n in range(5))
FIVE = record("REC-ID PIC X(8)", *(f"F{n} PIC X(9)" for n in range(5)))
LONG_KEY = record("REC-KEY PIC X(%s)", "CITY PIC X(9)")
TWELVE = record("REC-ID PIC X(8)", *(f"F{n} PIC X(9)" for n in range(12)))
MONTHS = """
01  REC.
    05  REC-ID PIC X(8).
    05  MONTHLY OCCURS {times}.
        10  AMOUNT PIC S9(7)V99 COMP-3.
        10  ITEMS  PIC S9(5) COMP-3.
"""
FLAT = "occurs: {MONTHLY: columns}"
LONG_NAMES = record("REC-ID PIC X(8)", "CUSTOMER-BILLING-ADDRESS-LINE-1 PIC X(9)")
PARTS = """
01  REC.
    05  REC-ID PIC X(8).
    05  PART.
        10  CITY PIC X(9).
    05  {name}.
        10  CITY PIC X(9).
"""
ZOS = "targets: [db2-zos]\nphysical: {zos: {database: DBREC}}\n"
SPACES = "targets: [db2-zos]\nphysical: {zos: {database: DBREC, %s}}\n"
NULLS = "defaults: {nulls: keys-and-audit-only}\n"


def row(size: int, times: int = 1) -> str:
    """A record whose final row has `size` bytes of data beside the key, in CHARs of 200 at most."""
    full, rest = divmod(size, 200)
    items = [f"F{n} PIC X(200)" for n in range(full)] + ([f"LAST PIC X({rest})"] if rest else [])
    return record("REC-ID PIC X(8)", *items * times)


def numbers(count: int) -> str:
    return record("REC-ID PIC X(8)", *(f"N{n} PIC S9(3) COMP-3" for n in range(count)))


RULES = (
    Rule(
        "DDL201",
        "IX_REC_CITY",
        "IX_REC_CITY (CITY) is how IX_REC_CITY_STREET begins",
        (TWO, keyed("indexes: [{fields: [CITY]}, {fields: [CITY, STREET]}]")),
        (TWO, keyed("indexes: [{fields: [CITY], unique: true}, {fields: [CITY, STREET]}]")),
    ),
    Rule(
        "DDL202",
        "UX_REC_REC_ID_CITY",
        "unique anyway: PK_REC already holds REC_ID",
        (TWO, keyed("indexes: [{fields: [REC-ID, CITY], unique: true}]")),
        (TWO, keyed("indexes: [{fields: [CITY, STREET], unique: true}]")),
    ),
    Rule(
        "DDL203",
        "UX_REC_TAX_NO",
        "TAX_NO may be null: only one row may be so",
        (TAX, keyed("indexes: [{fields: [TAX-NO], unique: true}]", NULLS)),
        (
            TAX,
            keyed(
                "indexes: [{fields: [TAX-NO], unique: true}], fields: {TAX-NO: {not_null: true}}",
                NULLS,
            ),
        ),
    ),
    Rule(
        "DDL204",
        "IX_REC_RATE",
        "is on RATE, a floating-point number",
        (RATE, keyed("indexes: [{fields: [RATE]}]")),
        (RATE, keyed("indexes: [{fields: [CITY]}]")),
    ),
    Rule(
        "DDL205",
        "REC",
        "the key of REC has 128 bytes, REMARKS alone 120",
        (TEXT, "records: {REC: {key: [REC-ID, REMARKS]}}\n"),
        (
            record("REC-ID PIC X(8)", "REMARKS PIC X(92)"),
            "records: {REC: {key: [REC-ID, REMARKS]}}\n",
        ),
    ),
    Rule(
        "DDL208",
        "IX_REC_STATUS_CODE",
        "STATUS_CODE alone, which has 2 values by its level-88 entries",
        (
            SWITCH + "        88  IS-OPEN VALUE 'OP'.\n        88  IS-SHUT VALUE 'SH'.\n",
            keyed("indexes: [{fields: [STATUS-CODE]}]"),
        ),
        (SWITCH + STATES, keyed("indexes: [{fields: [STATUS-CODE]}]")),
    ),
    Rule(
        "DDL209",
        "REC",
        "REC has 6 indexes with its key",
        (FIVE, keyed(f"indexes: [{WIDE}]")),
        (FIVE, keyed(f"indexes: [{WIDE.rpartition(', {')[0]}]")),
    ),
    Rule(
        "DDL211",
        "REC.CITY",
        "CITY is VARCHAR(9): its length takes 4 bytes",
        (record("REC-ID PIC X(8)", "CITY PIC X(9)"), keyed("fields: {CITY: {type: VARCHAR(9)}}")),
        (record("REC-ID PIC X(8)", "CITY PIC X(10)"), keyed("fields: {CITY: {type: VARCHAR(10)}}")),
    ),
    Rule(
        "DDL212",
        "REC.REMARKS",
        "REMARKS is CHAR(120): each row stores 120 bytes",
        (TEXT, keyed()),
        (TEXT, keyed(above="physical: {final: {compress: true}}\n")),
    ),
    Rule(
        "DDL213",
        "REC",
        "AMOUNT DECIMAL(8,2) takes the 5 bytes of DECIMAL(9,2)",
        (record("REC-ID PIC X(8)", "AMOUNT PIC S9(6)V99 COMP-3"), keyed()),
        (record("REC-ID PIC X(8)", "AMOUNT PIC S9(6)V99"), keyed()),
    ),
    Rule(
        "DDL214",
        "REC.OPEN_DATE",
        "OPEN_DATE is DECIMAL(8,0), yet seems to be a date or time",
        (record("REC-ID PIC X(8)", "OPEN-DATE PIC 9(8)"), keyed()),
        (record("REC-ID PIC X(8)", "DATE-COUNT PIC 9(8)"), keyed()),
    ),
    Rule(
        "DDL215",
        "REC",
        "lose their leading zeros: REC_ID DECIMAL(10,0)",
        (record("REC-ID PIC 9(10)", "CITY PIC X(9)"), keyed()),
        (record("REC-ID PIC 9(10) COMP-3", "CITY PIC X(9)"), keyed()),
    ),
    Rule(
        "DDL216",
        "REC",
        "12 of 12 data columns of REC may be null",
        (TWELVE, keyed(above=NULLS)),
        (FIVE, keyed(above=NULLS)),
    ),
    Rule(
        "DDL217",
        "REC.TAX_AMOUNT",
        "TAX_AMOUNT is DOUBLE: an amount whose sums are not exact",
        (record("REC-ID PIC X(8)", "TAX-AMOUNT COMP-2"), keyed()),
        (RATE, keyed()),
    ),
    Rule(
        "DDL221",
        "REC",
        "a row of REC has up to 30,1",
        (row(30000), keyed()),
        (row(29000), keyed()),
    ),
    Rule(
        "DDL222",
        "STG_REC",
        "STG_REC has 927 of the 1,012 columns of db2-luw",
        (numbers(920), keyed()),
        (numbers(890), keyed()),
    ),
    Rule(
        "DDL223",
        "IX_STG_REC",
        "the key of IX_STG_REC has up to 7,666 of the 8,192 bytes of db2-luw",
        (LONG_KEY % 7600, "records: {REC: {key: [REC-KEY]}}\n"),
        (LONG_KEY % 7200, "records: {REC: {key: [REC-KEY]}}\n"),
    ),
    Rule(
        "DDL224",
        "REC",
        "1 on a page of 4K, 4",
        (row(2000), keyed()),
        (row(1850), keyed()),
    ),
    Rule(
        "DDL225",
        "REC",
        "REC has no column besides its key",
        (TWO, "records: {REC: {key: [REC-ID, CITY, STREET]}}\n"),
        (TWO, "records: {REC: {key: [REC-ID, CITY]}}\n"),
    ),
    Rule(
        "DDL226",
        "REC",
        "26 of 27 columns of REC are numbered, from AMOUNT_1 on",
        (MONTHS.format(times=13), keyed(FLAT)),
        (MONTHS.format(times=12), keyed(FLAT)),
    ),
    Rule(
        "DDL231",
        "",
        "the final tables have no table space, those of staging have",
        (TWO, keyed(above="physical: {staging: {tablespace: TS_STG}}\n")),
        (TWO, keyed(above="physical: {final: {tablespace: TS_REC}}\n")),
    ),
    Rule(
        "DDL232",
        "",
        "physical.final has an index table space and no table space",
        (TWO, keyed(above="physical: {final: {index_tablespace: TX_REC}}\n")),
        (TWO, keyed(above="physical: {final: {tablespace: A, index_tablespace: B}}\n")),
    ),
    Rule(
        "DDL233",
        "",
        "the staging tables are compressed",
        (TWO, keyed(above="physical: {staging: {compress: true}}\n")),
        (TWO, keyed(above="physical: {final: {compress: true}}\n")),
    ),
    Rule(
        "DDL234",
        "",
        "staging and final tables share the table space TS_REC",
        (
            TWO,
            keyed(above="physical: {staging: {tablespace: TS_REC}, final: {tablespace: TS_REC}}\n"),
        ),
        (
            TWO,
            keyed(above="physical: {staging: {tablespace: TS_STG}, final: {tablespace: TS_REC}}\n"),
        ),
    ),
    Rule(
        "DDL235",
        "REC",
        "STG_REC and REC need pages of 8K",
        (row(4000), keyed()),
        (
            row(4000),
            keyed(above="physical: {staging: {tablespace: TS_STG}, final: {tablespace: TS_REC}}\n"),
        ),
    ),
    Rule(
        "DDL236",
        "",
        "the final tables have APPEND YES",
        (TWO, keyed(above=SPACES % "final: {append: true}")),
        (TWO, keyed(above=SPACES % "staging: {append: true}")),
    ),
    Rule(
        "DDL237",
        "",
        "the staging tables are locked as a whole",
        (TWO, keyed(above=SPACES % "staging: {lock_size: tablespace}")),
        (TWO, keyed(above=SPACES % "final: {lock_size: tablespace}")),
    ),
    Rule(
        "NAM201",
        "CUSTOMER-BILLING-ADDRESS-LINE-1",
        "a target of the job takes 30 characters",
        (LONG_NAMES, keyed(above=ZOS)),
        (LONG_NAMES.replace("-LINE-1", "-LINE"), keyed(above=ZOS)),
    ),
    Rule(
        "NAM202",
        "REC",
        "names of more than 30 bytes: CUSTOMER_BILLING_ADDRESS_LINE_1",
        (LONG_NAMES, keyed()),
        (LONG_NAMES.replace("-LINE-1", "-LINE"), keyed()),
    ),
    Rule(
        "NAM203",
        "REC.CITY_AT_8",
        "CITY_AT_8 and CITY_AT_17 of REC have the offset in the name",
        (PARTS.format(name="PART"), keyed()),
        (PARTS.format(name="OTHER-PART"), keyed()),
    ),
    Rule(
        "NAM204",
        "REC.REC",
        "REC has a column of its own name",
        (record("REC-ID PIC X(8)", "REC-NAME PIC X(9)"), keyed("fields: {REC-NAME: {name: REC}}")),
        (record("REC-ID PIC X(8)", "REC-NAME PIC X(9)"), keyed("fields: {REC-NAME: {name: REC1}}")),
    ),
    Rule(
        "NAM205",
        "REC.CUSTNO",
        "CUST_NO and CUSTNO of REC differ only by an underscore",
        (record("REC-ID PIC X(8)", "CUST-NO PIC X(9)", "CUSTNO PIC X(9)"), keyed()),
        (record("REC-ID PIC X(8)", "CUST-NO PIC X(9)", "CUSTNO2 PIC X(9)"), keyed()),
    ),
    Rule(
        "NAM206",
        "1ST-NAME",
        "1ST-NAME becomes C_1ST_NAME: a name begins with a letter",
        (record("REC-ID PIC X(8)", "1ST-NAME PIC X(9)"), keyed()),
        (
            record("REC-ID PIC X(8)", "1ST-NAME PIC X(9)"),
            keyed("fields: {1ST-NAME: {name: NAME1}}"),
        ),
    ),
)
