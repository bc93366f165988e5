"""Models that only `users` uses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class UserInnerObject(Model, not_null=("x",)):
    x: int | None = None


class User(Model, not_null=("inner",)):
    a: str
    inner: UserInnerObject | None = None


class User2Inner(Model, not_null=("y",)):
    y: int | None = None


class User2(Model, not_null=("inner",)):
    b: str
    inner: Annotated[User2Inner | None, Field(alias="Inner")] = None


class USER3(Model):
    c: str
