"""Methods of `accounts`."""

from __future__ import annotations

import decimal
import uuid
from typing import TYPE_CHECKING, Annotated

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, header, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_ACCOUNT: Operation[models.Account] = Operation(
    "accounts.put_account",
    "PUT",
    "/accounts",
    parameters=(
        header("X-Request-Id", argument="x_request_id"),
        query("above", codec=lambda: Annotated[int, models.INTEGER_STRING]),
    ),
    body=Body(
        "application/json",
        lambda: models.Account,
        fields=("id", "number", "serial", "balance", "rate", "small"),
    ),
    answers={"200": Answer("application/json", lambda: models.Account)},
)


class Accounts(Resource):
    """The methods of `accounts`."""

    def put_account(
        self,
        *,
        x_request_id: uuid.UUID | str | Unset = UNSET,
        above: int | str | Unset = UNSET,
        id: uuid.UUID | str | Unset = UNSET,
        number: int | str | Unset = UNSET,
        serial: int | Unset = UNSET,
        balance: decimal.Decimal | str | Unset = UNSET,
        rate: decimal.Decimal | float | Unset = UNSET,
        small: float | Unset = UNSET,
        request: models.Account | models.AccountDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Account:
        """Call `PUT /accounts`.

        Args:
            small: At least 1e-08.
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The account.
        """
        # PUT /accounts: Account -> Account
        return self._client.call(_PUT_ACCOUNT, locals())

    @property
    def with_raw_response(self) -> AccountsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return AccountsRaw(self)

    @property
    def with_streaming_response(self) -> AccountsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return AccountsStreaming(self)


class AccountsRaw:
    """The methods of `Accounts`, giving status and headers beside the result."""

    def __init__(self, resource: Accounts) -> None:
        self.put_account = raw(resource.put_account)


class AccountsStreaming:
    """The methods of `Accounts`, leaving the body of the answer unread."""

    def __init__(self, resource: Accounts) -> None:
        self.put_account = streaming(resource.put_account)
