"""Models that only `users` uses."""

from __future__ import annotations

import datetime

from typing_extensions import NotRequired, TypedDict

from .._runtime.models import Model


class Profile(Model, not_null=("bio",)):
    slug: str
    bio: str | None = None


class User(Model, not_null=("created", "profile")):
    id: int
    created: datetime.datetime | None = None
    name: str
    profile: Profile | None = None


class ProfileInput(Model, not_null=("bio", "secret")):
    bio: str | None = None
    secret: str | None = None


class ProfileInputDict(TypedDict):
    """What may be given for `ProfileInput`."""

    bio: NotRequired[str]
    secret: NotRequired[str]


class UserInput(Model, not_null=("profile",)):
    name: str
    password: str
    profile: ProfileInput | None = None


class UserInputDict(TypedDict):
    """What may be given for `UserInput`."""

    name: str
    password: str
    profile: NotRequired[ProfileInput | ProfileInputDict]
