"""Methods of `users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Answer, Operation, Resource
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.settings import CallOptions

_GET: Operation[models.User] = Operation(
    "users.get",
    "GET",
    "/a",
    answers={"200": Answer("application/json", lambda: models.User)},
)
_GET_USER: Operation[models.User2] = Operation(
    "users.get_user",
    "GET",
    "/b",
    answers={"200": Answer("application/json", lambda: models.User2)},
)
_GET_GET: Operation[models.USER3] = Operation(
    "users.get_get",
    "GET",
    "/c",
    answers={"200": Answer("application/json", lambda: models.USER3)},
)


class Users(Resource):
    """The methods of `users`."""

    def get(self, **options: Unpack[CallOptions]) -> models.User:
        """Call `GET /a`.

        Returns:
            A user.
        """
        # GET /a -> User
        return self._client.call(_GET, locals())

    def get_user(self, **options: Unpack[CallOptions]) -> models.User2:
        """Call `GET /b`.

        Returns:
            Another user.
        """
        # GET /b -> User2
        return self._client.call(_GET_USER, locals())

    def get_get(self, **options: Unpack[CallOptions]) -> models.USER3:
        """Call `GET /c`.

        Returns:
            A third user.
        """
        # GET /c -> USER3
        return self._client.call(_GET_GET, locals())

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
        self.get = raw(resource.get)
        self.get_user = raw(resource.get_user)
        self.get_get = raw(resource.get_get)


class UsersStreaming:
    """The methods of `Users`, leaving the body of the answer unread."""

    def __init__(self, resource: Users) -> None:
        self.get = streaming(resource.get)
        self.get_user = streaming(resource.get_user)
        self.get_get = streaming(resource.get_get)
