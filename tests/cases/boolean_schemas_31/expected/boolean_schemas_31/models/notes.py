"""Models that only `notes` uses."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Any

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Note(Model, closed=True, not_null=("list", "fixed")):
    text: str
    payload: Any
    extra: Any = None
    list: builtins.list[Any] | None = None
    fixed: tuple[str] | tuple[()] | None = None


class NoteDict(TypedDict):
    """What may be given for `Note`."""

    text: str
    payload: Any
    extra: NotRequired[Any]
    list: NotRequired[Sequence[Any]]
    fixed: NotRequired[tuple[str] | tuple[()]]
