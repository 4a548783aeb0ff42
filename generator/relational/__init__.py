"""Field model and job.yaml to tables, columns and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.config.load import LoadedJob
    from generator.copybook.fields import Copybook
    from generator.relational.accepted import AcceptedSchema
    from generator.relational.tables import Schema
    from generator.relational.target import Target


def to_schema(
    copybooks: tuple[Copybook, ...],
    loaded: LoadedJob,
    targets: tuple[Target, ...],
    accepted: AcceptedSchema | None = None,
) -> Schema:
    """The relational model of a job; GenerationFailed with every problem found.

    `loaded` comes from `generator.config.load`, which has checked job.yaml by itself. Columns that
    are in `accepted` keep their names.
    """
    from generator.relational import mapping  # noqa: PLC0415 - the types load without the rules

    return mapping.to_schema(copybooks, loaded, targets, accepted)
