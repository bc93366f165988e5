"""Models as typed dicts: what is in one, and how to make one of what came. Their keys are those of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from typing_extensions import NotRequired, Required

from .paging import Paged, every_item
from .state import Came, remember

Item = TypeVar("Item")

# The type of what stands for a field that is not there; dicts just lack its key.
ABSENT: type | None = None
# What stands around the type of a field, and says nothing of its values.
WRAPPERS: tuple[Any, ...] = (Required, NotRequired)


class Page(Paged[Item], Came):
    """A page that is an object: a dict that gives its items when it is iterated, and not its keys."""

    _walk: Any = None

    def __iter__(self) -> Iterator[Item]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return every_item(self)


def make(type_: type, values: dict[str, Any], further: Mapping[str, Any]) -> Any:
    """Give the dict of some keys and of what its type does not name."""
    kind: Any = type_ if Page in type_.__mro__ else Came
    return remember(kind({**values, **further}), type_)


def fields_of(value: Any) -> dict[str, Any]:
    """Give what is in a dict."""
    found: Mapping[str, Any] = value
    return dict(found.items())


def load(data: bytes) -> Any:
    """Read JSON text. Raises `ValueError`."""
    return json.loads(data)


def dump(value: Any) -> bytes:
    """Write JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
