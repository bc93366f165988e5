"""Models of pydantic that are written elsewhere: what is in one, and how to make one of what came.

What a user makes is held to its schema by pydantic; what came from a server is made without that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, PrivateAttr

from .paging import Paged, every_item
from .state import remember

Item = TypeVar("Item")

# The type of what stands for a field that is not there; models of pydantic know which fields were given.
ABSENT: type | None = None
# What stands around the type of a field, and says nothing of its values.
WRAPPERS: tuple[Any, ...] = ()


class Record(BaseModel):
    """An object of the API. Fields can be given by their names here and by those in JSON."""

    model_config = ConfigDict(
        populate_by_name=True, protected_namespaces=(), regex_engine="python-re"
    )


class Page(Record, Paged[Item]):
    """A page that is an object: derive from it and from the declared type, in this order."""

    _walk: Any = PrivateAttr(default=None)

    def __iter__(self) -> Iterator[Item]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return every_item(self)

    def __class_getitem__(cls, item: Any) -> Any:
        return cls


def make(type_: type, values: dict[str, Any], further: Mapping[str, Any]) -> Any:
    """Give the object of some fields; those that are required and not there are None."""
    given = frozenset(values)
    model = cast("type[BaseModel]", type_)
    for name, field in model.model_fields.items():
        if name not in values:
            # By name: `model_construct` would look for the name in JSON first.
            values[name] = (
                None
                if field.is_required()
                else field.get_default(call_default_factory=True)
            )
    value: Any = model.model_construct(set(given))
    value.__dict__.update(values)
    return remember(value, given, further)


def fields_of(value: Any) -> dict[str, Any]:
    """Give the fields that were there or were given."""
    given: set[str] = value.model_fields_set
    # In the order of the class, so that the same object always prints the same.
    fields = cast("type[BaseModel]", type(value)).model_fields
    return {name: getattr(value, name) for name in fields if name in given}


def load(data: bytes) -> Any:
    """Read JSON text. Raises `ValueError`."""
    return json.loads(data)


def dump(value: Any) -> bytes:
    """Write JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
