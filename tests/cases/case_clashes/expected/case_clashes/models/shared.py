"""Models that several resources use."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class UserInner(Model, not_null=("taken",)):
    taken: bool | None = None


class UserInnerDict(TypedDict):
    """What may be given for `UserInner`."""

    taken: NotRequired[bool]
