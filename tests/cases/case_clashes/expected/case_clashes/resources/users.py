"""Methods of `users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_GET_USER_A: Operation[models.User] = Operation(
    "users.get_user_a",
    "GET",
    "/a",
    answers={"200": Answer("application/json", lambda: models.User)},
)
_GET_USER_B: Operation[models.User2] = Operation(
    "users.get_user_b",
    "GET",
    "/b",
    answers={"200": Answer("application/json", lambda: models.User2)},
)
_GET_USER_C: Operation[models.USER3] = Operation(
    "users.get_user_c",
    "GET",
    "/c",
    answers={"200": Answer("application/json", lambda: models.USER3)},
)


class Users(Resource):
    """The methods of `users`."""

    def get_user_a(self, **options: Unpack[CallOptions]) -> models.User:
        """Call `GET /a`.

        Returns:
            A user.
        """
        # GET /a -> User
        return self._client.call(_GET_USER_A, locals())

    def get_user_b(self, **options: Unpack[CallOptions]) -> models.User2:
        """Call `GET /b`.

        Returns:
            Another user.
        """
        # GET /b -> User2
        return self._client.call(_GET_USER_B, locals())

    def get_user_c(self, **options: Unpack[CallOptions]) -> models.USER3:
        """Call `GET /c`.

        Returns:
            A third user.
        """
        # GET /c -> USER3
        return self._client.call(_GET_USER_C, locals())

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
        self.get_user_a = raw(resource.get_user_a)
        self.get_user_b = raw(resource.get_user_b)
        self.get_user_c = raw(resource.get_user_c)


class UsersStreaming:
    """The methods of `Users`, leaving the body of the answer unread."""

    def __init__(self, resource: Users) -> None:
        self.get_user_a = streaming(resource.get_user_a)
        self.get_user_b = streaming(resource.get_user_b)
        self.get_user_c = streaming(resource.get_user_c)
