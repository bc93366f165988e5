"""Models that only `admin_users` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.markers import UnrecognizedStr
from .._runtime.models import Model
from .._runtime.pages import Page

UserRole: TypeAlias = Literal["a", "g"] | UnrecognizedStr
"""- `"a"`: Admin.
- `"g"`: Guest.
"""


class User(Model, not_null=("role",)):
    full_name: Annotated[str, Field(alias="name")]
    role: UserRole | None = None


class UsersListResponse(Model):
    users: list[User]
    next: str | None = None


class PagedUsersListResponse(Page[User], UsersListResponse):
    """`UsersListResponse` as one of several pages: iterating goes on to those that
    follow.
    """
