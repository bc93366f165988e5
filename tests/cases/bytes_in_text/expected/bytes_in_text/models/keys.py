"""Models that only `keys` uses."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model
from .._runtime.scalars import BASE64, BASE64URL


class Key(Model, not_null=("public", "private", "fingerprint", "picture", "settings")):
    public: Annotated[bytes, BASE64] | None = None
    private: Annotated[bytes, BASE64] | None = None
    fingerprint: Annotated[bytes, BASE64URL] | None = None
    picture: Annotated[bytes, BASE64] | None = None
    settings: str | None = None


class KeyDict(TypedDict):
    """What may be given for `Key`."""

    public: NotRequired[bytes | str]
    private: NotRequired[bytes | str]
    fingerprint: NotRequired[bytes | str]
    picture: NotRequired[bytes | str]
    settings: NotRequired[str]
