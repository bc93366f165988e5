"""Methods of `wallet.cards`."""

# pyright: reportDeprecated=false
from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from typing_extensions import deprecated

from .. import models
from .._runtime.operation import UNSET, Answer, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_LIST: Operation[builtins.list[models.Card]] = Operation(
    "wallet.cards.list",
    "GET",
    "/v1/cards",
    parameters=(query("q", argument="words"),),
    answers={"200": Answer("application/json", lambda: builtins.list[models.Card])},
)
_MAKE: Operation[None] = Operation(
    "wallet.cards.make", "POST", "/v1/cards", answers={"204": Answer(kind="none")}
)


class Cards(Resource):
    """The methods of `wallet.cards`."""

    def list(
        self, *, words: str | Unset = UNSET, **options: Unpack[CallOptions]
    ) -> builtins.list[models.Card]:
        """Call `GET /v1/cards`.

        Returns:
            Cards.
        """
        # GET /v1/cards -> builtins.list[Card]
        return self._client.call(_LIST, locals())

    @deprecated("Use the other one")
    def make(self, **options: Unpack[CallOptions]) -> None:
        """Deprecated. Use the other one."""
        # POST /v1/cards -> None
        return self._client.call(_MAKE, locals())

    @property
    def with_raw_response(self) -> CardsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return CardsRaw(self)

    @property
    def with_streaming_response(self) -> CardsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return CardsStreaming(self)


class CardsRaw:
    """The methods of `Cards`, giving status and headers beside the result."""

    def __init__(self, resource: Cards) -> None:
        self.list = raw(resource.list)
        self.make = raw(resource.make)


class CardsStreaming:
    """The methods of `Cards`, leaving the body of the answer unread."""

    def __init__(self, resource: Cards) -> None:
        self.list = streaming(resource.list)
        self.make = streaming(resource.make)
