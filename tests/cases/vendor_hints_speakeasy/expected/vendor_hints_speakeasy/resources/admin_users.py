"""Methods of `admin.users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, query
from .._runtime.paging import Pagination
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST: Operation[models.PagedUsersListResponse] = Operation(
    "admin.users.list",
    "GET",
    "/v1/users",
    parameters=(query("after", argument="begin_after"),),
    answers={"200": Answer("application/json", lambda: models.PagedUsersListResponse)},
    pagination=Pagination(
        "cursor", "begin_after", items=("users",), next_cursor=("next",)
    ),
    retries={
        "max_attempts": None,
        "initial_interval_ms": 1,
        "max_interval_ms": 2,
        "exponent": 1.1,
        "max_elapsed_ms": 1000,
        "statuses": ["503"],
    },
)


class Users(Resource):
    """The methods of `admin.users`."""

    def list(
        self, *, begin_after: str | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> models.PagedUsersListResponse:
        """Call `GET /v1/users`.

        Returns:
            A page of users.
        """
        # GET /v1/users -> PagedUsersListResponse
        return self._client.call(_LIST, locals())

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
        self.list = raw(resource.list)


class UsersStreaming:
    """The methods of `Users`, leaving the body of the answer unread."""

    def __init__(self, resource: Users) -> None:
        self.list = streaming(resource.list)
