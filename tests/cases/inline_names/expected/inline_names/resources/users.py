"""Methods of `users`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import errors, models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming
from .._runtime.styles import deep_object

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_CREATE_USER: Operation[models.CreateUserResponse] = Operation(
    "users.create_user",
    "POST",
    "/users",
    parameters=(
        query("filter", write=deep_object, codec=lambda: models.CreateUserFilter),
    ),
    body=Body(
        "application/json",
        lambda: models.CreateUserRequest,
        fields=("name", "address", "contacts", "role"),
    ),
    answers={"200": Answer("application/json", lambda: models.CreateUserResponse)},
    errors={"409": Answer("application/json", lambda: errors.CreateUserConflictError)},
)


class Users(Resource):
    """The methods of `users`."""

    @overload
    def create_user(
        self,
        *,
        name: str,
        address: models.CreateUserRequestAddress | models.CreateUserRequestAddressDict,
        filter: models.CreateUserFilter | models.CreateUserFilterDict | Unset = UNSET,
        contacts: Sequence[models.CreateUserRequestContactParam] | Unset = UNSET,
        role: models.CreateUserRequestRole | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.CreateUserResponse: ...

    @overload
    def create_user(
        self,
        *,
        filter: models.CreateUserFilter | models.CreateUserFilterDict | Unset = UNSET,
        request: models.CreateUserRequest | models.CreateUserRequestDict,
        **options: Unpack[CallOptions],
    ) -> models.CreateUserResponse: ...

    def create_user(
        self,
        *,
        name: str | Unset = UNSET,
        address: (
            models.CreateUserRequestAddress
            | models.CreateUserRequestAddressDict
            | Unset
        ) = UNSET,
        filter: models.CreateUserFilter | models.CreateUserFilterDict | Unset = UNSET,
        contacts: Sequence[models.CreateUserRequestContactParam] | Unset = UNSET,
        role: models.CreateUserRequestRole | Unset = UNSET,
        request: (
            models.CreateUserRequest | models.CreateUserRequestDict | Unset
        ) = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.CreateUserResponse:
        """Call `POST /users`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The user.

        Raises:
            errors.CreateUserConflictError: 409. The name is taken.
        """
        # POST /users: CreateUserRequest -> CreateUserResponse
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
