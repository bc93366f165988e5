"""Models that only `profiles` uses."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class ProfilePatch(Model):
    name: str | None = None
    city: str | None = None


class ProfilePatchDict(TypedDict):
    """What may be given for `ProfilePatch`."""

    name: NotRequired[str | None]
    city: NotRequired[str | None]
