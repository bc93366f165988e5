"""Methods of `tokens`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, overload

from .. import models
from .._runtime.bodies import FormBody, Part, TextBody
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource
from .._runtime.responses import raw, streaming
from .._runtime.styles import deep_object

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_MAKE_TOKEN: Operation[None] = Operation(
    "tokens.make_token",
    "POST",
    "/tokens",
    body=FormBody(
        "application/x-www-form-urlencoded",
        lambda: models.MakeTokenRequest,
        fields=(
            "name",
            "grant_type",
            "age",
            "tags",
            "codes",
            "address",
            "filter",
            "when",
        ),
        parts=(
            Part("grant_type", kind="style", constant="client_credentials"),
            Part("name", kind="style"),
            Part("age", kind="style"),
            Part("tags", kind="style"),
            Part("codes", kind="style", explode=False),
            Part(
                "address",
                kind="json",
                media_type="application/json",
                codec=lambda: models.Address,
            ),
            Part(
                "filter", kind="style", write=deep_object, codec=lambda: models.Address
            ),
            Part("when", kind="style"),
        ),
    ),
    answers={"204": Answer(kind="none")},
)
_ADD_ADDRESS: Operation[None] = Operation(
    "tokens.add_address",
    "POST",
    "/addresses",
    body=Body("application/json", lambda: models.Address, fields=("city", "zip")),
    bodies=(
        FormBody(
            "application/x-www-form-urlencoded",
            lambda: models.Address,
            fields=("city", "zip"),
            parts=(Part("city", kind="style"), Part("zip", kind="style")),
        ),
    ),
    answers={"204": Answer(kind="none")},
)
_SEND_ENCODED: Operation[None] = Operation(
    "tokens.send_encoded",
    "POST",
    "/encoded",
    body=TextBody("application/x-www-form-urlencoded"),
    answers={"204": Answer(kind="none")},
)


class Tokens(Resource):
    """The methods of `tokens`."""

    @overload
    def make_token(
        self,
        *,
        name: str,
        grant_type: Literal["client_credentials"] | Unset = UNSET,
        age: int | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        codes: Sequence[int] | Unset = UNSET,
        address: models.Address | models.AddressDict | Unset = UNSET,
        filter: models.Address | models.AddressDict | Unset = UNSET,
        when: datetime.datetime | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None: ...

    @overload
    def make_token(
        self,
        *,
        request: models.MakeTokenRequest | models.MakeTokenRequestDict,
        **options: Unpack[CallOptions],
    ) -> None: ...

    def make_token(
        self,
        *,
        name: str | Unset = UNSET,
        grant_type: Literal["client_credentials"] | Unset = UNSET,
        age: int | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        codes: Sequence[int] | Unset = UNSET,
        address: models.Address | models.AddressDict | Unset = UNSET,
        filter: models.Address | models.AddressDict | Unset = UNSET,
        when: datetime.datetime | str | Unset = UNSET,
        request: models.MakeTokenRequest | models.MakeTokenRequestDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /tokens`.

        Args:
            request: The whole body at once, in place of its properties one by one.
        """
        # POST /tokens: MakeTokenRequest -> None
        return self._client.call(_MAKE_TOKEN, locals())

    @overload
    def add_address(
        self,
        *,
        city: str,
        zip: str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None: ...

    @overload
    def add_address(
        self,
        *,
        request: models.Address | models.AddressDict,
        **options: Unpack[CallOptions],
    ) -> None: ...

    def add_address(
        self,
        *,
        city: str | Unset = UNSET,
        zip: str | Unset = UNSET,
        request: models.Address | models.AddressDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /addresses`.

        Args:
            request: The whole body at once, in place of its properties one by one.
        """
        # POST /addresses: Address -> None
        return self._client.call(_ADD_ADDRESS, locals())

    def send_encoded(self, *, request: str, **options: Unpack[CallOptions]) -> None:
        """Call `POST /encoded`."""
        # POST /encoded: str -> None
        return self._client.call(_SEND_ENCODED, locals())

    @property
    def with_raw_response(self) -> TokensRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TokensRaw(self)

    @property
    def with_streaming_response(self) -> TokensStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TokensStreaming(self)


class TokensRaw:
    """The methods of `Tokens`, giving status and headers beside the result."""

    def __init__(self, resource: Tokens) -> None:
        self.make_token = raw(resource.make_token)
        self.add_address = raw(resource.add_address)
        self.send_encoded = raw(resource.send_encoded)


class TokensStreaming:
    """The methods of `Tokens`, leaving the body of the answer unread."""

    def __init__(self, resource: Tokens) -> None:
        self.make_token = streaming(resource.make_token)
        self.add_address = streaming(resource.add_address)
        self.send_encoded = streaming(resource.send_encoded)
