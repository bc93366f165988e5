"""Models that only `mixtures` uses."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Mixture(Model, not_null=("label", "tags")):
    ratio: float
    """More than 0. Less than 1."""

    steps: int
    """At least 10. A multiple of 5."""

    label: str | None = None
    """At least 2 characters. At most 4 characters. Matches `^[A-Z]+$`."""

    tags: list[str] | None = None
    """Not empty. At most 3 items. No two items are the same."""


class MixtureDict(TypedDict):
    """What may be given for `Mixture`."""

    ratio: float
    steps: int
    label: NotRequired[str]
    tags: NotRequired[Sequence[str]]
