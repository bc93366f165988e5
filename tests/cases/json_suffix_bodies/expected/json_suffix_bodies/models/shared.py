"""Models that several resources use."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Profile(Model, not_null=("city",)):
    name: str | None = None
    city: str | None = None


class ProfileDict(TypedDict):
    """What may be given for `Profile`."""

    name: NotRequired[str | None]
    city: NotRequired[str]
