"""The program of a job: its command line, and the files that describe, build and configure it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.model import Kind, SourceFile
from generator.relational.tables import DateRule, Schema
from generator.render.files import Job, Owner, RenderedFile
from generator.render.record_io.pages import needs_ebcdic
from generator.render.render import render

_MODULES = (
    "cli",
    "commands",
    "database",
    "extending",
    "load",
    "logs",
    "metrics",
    "outcome",
    "progress",
    "report",
    "result",
    "signals",
    "sources",
    "staging",
    "table",
)
_PORTS = {"db2-luw": 50000, "db2-zos": 446}
_DATABASE_IS = {"db2-luw": "name of the database", "db2-zos": "location of the subsystem"}
_EMBEDDED = {
    "tests/numbered.py": "python/tests/numbered.py.j2",
    "tests/program.py": "python/tests/program.py.j2",
    "tests/test_extensions.py": "python/tests/test_extensions.py.j2",
    "tests/test_cli.py": "python/tests/test_cli.py.j2",
    "tests/test_load.py": "python/tests/test_load.py.j2",
}
_TEMPLATES = {
    "README.md": "python/README.md.j2",
    "config/base_config.yaml": "config/base_config.yaml.j2",
    "pyproject.toml": "python/pyproject.toml.j2",
}


@dataclass(frozen=True, slots=True)
class TableView:
    """A table in the README."""

    name: str
    purpose: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file in the README."""

    name: str
    records: str
    format: str
    encoding: str
    ends: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule of job.yaml by which a record becomes rows."""

    subject: str
    rule: str


def files(job: Job) -> tuple[RenderedFile, ...]:
    """The program, its README, its settings and what installs it."""
    view = _view(job)
    folder = f"src/{job.module}"
    paths = {f"{folder}/{name}.py": f"job/{name}.py.j2" for name in _MODULES}
    paths |= {f"{folder}/__init__.py": "job/init.py.j2", f"{folder}/__main__.py": "job/main.py.j2"}
    paths |= _TEMPLATES
    if "sqlite" in job.config.targets:
        paths |= _EMBEDDED
    own = RenderedFile(
        f"{folder}/extensions.py", render("job/extensions.py.j2", **view), Owner.ONCE
    )
    files = (RenderedFile(path, render(paths[path], **view)) for path in sorted(paths))
    return (*files, own)


def _view(job: Job) -> dict[str, object]:
    targets = tuple(job.config.targets)
    embedded = "sqlite" in targets
    script = job.package.replace("_", "-")
    names = [file.name for file in job.reading.files]
    entity = job.schema.entities[0]
    example = entity.class_name
    columns = [column for column in entity.columns if column.name not in entity.key]
    return {
        "header": job.header,
        "xml_header": job.header.replace("--", "- -"),
        "job": job.name,
        "package": job.package,
        "module": job.module,
        "script": script,
        "distribution": f"{script}-job",
        "env_prefix": f"{job.package.upper()}_",
        "files": tuple(_file(file) for file in job.reading.files),
        "files_help": _files_help(names),
        "arguments": " ".join(_arguments(names)),
        "library_arguments": json.dumps(_arguments(names)),
        "tables": _tables(job.schema),
        "example_row": example,
        "example_attribute": (columns or entity.columns)[0].attribute,
        "example_staging": f"{example.removesuffix('Row')}StagingRepository",
        "rules": _rules(job.schema),
        "reject_table": job.schema.audit.reject.name,
        "targets": targets,
        "migrated": job.version > 0,
        "sqlite": embedded,
        "db2": any(target.startswith("db2") for target in targets),
        "default_target": "sqlite" if embedded else targets[0],
        "default_database": f"{job.package}.sqlite" if embedded else "DATABASE",
        "database_note": "path of the file" if embedded else _DATABASE_IS[targets[0]],
        "port": _PORTS.get(next((name for name in targets if name in _PORTS), "")),
        "install": "pip install ." if targets == ("sqlite",) else 'pip install ".[db2]"',
        "deploy_command": _each_script(targets, ""),
        "drop_command": _each_script(targets, "drop/"),
        "code_pages": needs_ebcdic(job.reading),
    }


def _files_help(names: Sequence[str]) -> str:
    if len(names) == 1:
        return "The file to load; - is standard input, .gz is unpacked."
    return f"The files to load, each named: {', '.join(names)}; - is standard input."


def _arguments(names: Sequence[str]) -> list[str]:
    """Files as an example of the command line gives them."""
    if len(names) == 1:
        return [f"{names[0]}.dat"]
    return [f"{name}={name}.dat" for name in names]


def _file(file: SourceFile) -> FileView:
    described = {
        "fixed": f"fixed, {file.length:,} bytes",
        "variable": f"variable, {'blocks and records' if file.blocked else 'records'} with"
        " descriptor words",
        "text": "lines of text",
    }
    ends = [f"{kind.role} {kind.record}" for kind in file.kinds if kind.role != "detail"]
    details = [kind.record for kind in file.kinds if kind.role == "detail"]
    return FileView(
        file.name,
        ", ".join(dict.fromkeys(details)),
        described[file.format],
        file.encoding,
        "; ".join([*ends, *(_checked(kind) for kind in file.kinds if kind.role == "trailer")]),
    )


def _checked(kind: Kind) -> str:
    checked = ["count"] if kind.count else []
    checked += [total.item.path for total in kind.totals]
    return f"checked: {', '.join(checked)}" if checked else "not checked"


def _tables(schema: Schema) -> Sequence[TableView]:
    pairs = ((entity.staging, entity.final) for entity in schema.entities)
    every = [table for pair in pairs for table in pair]
    every += schema.audit.tables
    return [TableView(table.name, table.comment) for table in every]


def _rules(schema: Schema) -> Sequence[RuleView]:
    """What becomes of a record."""
    views = []
    for entity in schema.entities:
        if entity.when:
            views.append(RuleView(entity.name, f"records where `{entity.when}`, no others"))
        if entity.skip_empty:
            views.append(RuleView(entity.name, f"no row for an occurrence of {entity.skip_empty}"))
        views += [
            RuleView(f"{entity.name}.{column.name}", _date_rule(column.source.date))
            for column in entity.columns
            if column.source is not None and column.source.date is not None
        ]
    views += [
        RuleView(one.record, f"{one.action} a record that matches no branch of {one.selector}")
        for one in schema.unmatched
    ]
    return views


def _date_rule(rule: DateRule) -> str:
    pivot = "" if rule.pivot is None else f", years from {rule.pivot:02} are 19xx"
    contents = {
        "zeros": rule.zeros,
        "spaces": rule.spaces,
        "low-values": rule.low_values,
        "high-values": rule.high_values,
    }
    meanings = ", ".join(f"{content}: {meaning}" for content, meaning in contents.items())
    return f"`{rule.pattern}`{pivot}; {meanings}"


def _each_script(targets: Sequence[str], folder: str) -> str:
    """How the scripts of each Db2 target are run."""
    ways = {
        "db2-luw": 'for f in {}*.sql; do db2 -tvsf "$f" || break; done',
        "db2-zos": "# z/OS: SPUFI or DSNTEP2 reads {}*.sql",
    }
    found = (target for target in targets if target in ways)
    return "\n".join(ways[name].format(f"src/repository/ddl/{name}/{folder}") for name in found)
