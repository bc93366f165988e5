"""Methods of `users`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_CREATE_USER: Operation[models.User] = Operation(
    "users.create_user",
    "POST",
    "/users",
    body=Body(
        "application/json",
        lambda: models.UserInput,
        fields=("name", "password", "profile"),
    ),
    answers={"200": Answer("application/json", lambda: models.User)},
)


class Users(Resource):
    """The methods of `users`."""

    @overload
    def create_user(
        self,
        *,
        name: str,
        password: str,
        profile: models.ProfileInput | models.ProfileInputDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.User: ...

    @overload
    def create_user(
        self,
        *,
        request: models.UserInput | models.UserInputDict,
        **options: Unpack[CallOptions],
    ) -> models.User: ...

    def create_user(
        self,
        *,
        name: str | Unset = UNSET,
        password: str | Unset = UNSET,
        profile: models.ProfileInput | models.ProfileInputDict | Unset = UNSET,
        request: models.UserInput | models.UserInputDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.User:
        """Call `POST /users`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The user.
        """
        # POST /users: UserInput -> User
        return self._client.call(_CREATE_USER, locals())

    @property
    def with_raw_response(self) -> UsersRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return UsersRaw(self)

    @property
    def with_streaming_response(self) -> UsersStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return UsersStreaming(self)


class UsersRaw:
    """The methods of `Users`, giving status and headers beside the result."""

    def __init__(self, resource: Users) -> None:
        self.create_user = raw(resource.create_user)


class UsersStreaming:
    """The methods of `Users`, leaving the body of the answer unread."""

    def __init__(self, resource: Users) -> None:
        self.create_user = streaming(resource.create_user)
