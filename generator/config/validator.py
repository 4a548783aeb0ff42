"""The validator of job.yaml: made by pydantic from the annotations of `model`, once.

Importing pydantic and building a validator takes longer than everything else that reads a
job.yaml. What pydantic built is therefore kept in the cache, where pydantic-core alone uses it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import __version__ as core_version

from generator.cache import cache_folder
from generator.config import forms, model, zos


@cache
def validator() -> SchemaValidator:
    """Checks plain values and makes a `JobConfig` of them, or raises ValidationError."""
    place = _place()
    if place is not None:
        with suppress(Exception):  # whatever is wrong with a cache, it is built again
            return SchemaValidator(pickle.loads(place.read_bytes()))  # noqa: S301 - our own folder
    schema = _built()
    if place is not None:
        with suppress(OSError, pickle.PicklingError):
            temporary = place.with_name(f"{place.name}.{os.getpid()}")
            temporary.write_bytes(pickle.dumps(schema))
            temporary.replace(place)
    return SchemaValidator(schema)


def _place() -> Path | None:
    """The file of the schema; another model, pydantic or Python has another one."""
    folder = cache_folder("job.yaml")
    files = [module.__file__ for module in (forms, zos, model) if module.__file__]
    if folder is None or not files:
        return None
    texts = b"".join(Path(file).read_bytes() for file in files)
    made_of = f"{core_version} {sys.version} ".encode() + texts
    return folder / hashlib.sha256(made_of).hexdigest()


def _built() -> CoreSchema:
    from pydantic import TypeAdapter

    return TypeAdapter(model.JobConfig).core_schema
