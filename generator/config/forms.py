"""What the annotations of `model` are made of: demands on a value, mappings, names.

Nothing here imports pydantic: it calls these hooks by their names when it builds the validator.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin


class Demand:
    """What pydantic-core asks of a value beyond its type, by the names of its core schemas."""

    def __init__(self, **demands: Any) -> None:
        self.demands = demands

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), **self.demands}


class NullIsAWord:
    """An unquoted null means the word "null", so an editor must not complain about it."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        words = handler(schema)
        known = {"enum": [*words["enum"], None]} if "enum" in words else {}
        return {**words, **known, "type": ["string", "null"]}


class ByForm:
    """Takes the member of a union that has the form of the value: a word, a mapping, a list.

    So the problems are those of what the user wrote, not of every alternative.
    """

    FORMS: ClassVar[dict[Any, str]] = {Literal: "a word", str: "a word", tuple: "a list"}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        members = {
            self.FORMS.get(get_origin(each) or each, "a mapping"): handler.generate_schema(member)
            for member in get_args(source)
            for each in (get_args(member)[0] if get_origin(member) is Annotated else member,)
        }
        return {"type": "tagged-union", "choices": members, "discriminator": self.form}

    @staticmethod
    def form(value: Any) -> str:
        """The form of a value, which is also the tag of its member of the union."""
        if isinstance(value, dict):
            return "a mapping"
        return "a list" if isinstance(value, tuple) else "a word"


class Entries:
    """A mapping of job.yaml with the settings that all of them share."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {
        "extra": "forbid",
        "str_min_length": 1,
        "str_strip_whitespace": True,
    }


Flag = Annotated[bool, Demand(strict=True)]  # "yes" and 1 are no truth values
SqlName = Annotated[str, Demand(pattern="^[A-Z][A-Z0-9_]{0,127}$")]
