"""Models that are one page of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import PrivateAttr

from .models import Model
from .paging import Item, Paged, Walk, every_item


class Page(Model, Paged[Item]):
    """A page that is an object: derive from it and from the declared type, in this order."""

    _walk: Walk | None = PrivateAttr(default=None)

    def __iter__(self) -> Iterator[Item]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return every_item(self)

    def __class_getitem__(cls, item: Any) -> Any:
        return cls
