"""Methods of `tickets`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime.operation import UNSET, Answer, Body, Operation, Resource, query
from .._runtime.responses import raw, streaming

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._runtime.operation import Unset
    from .._runtime.settings import CallOptions

_PUT_TICKET: Operation[models.Ticket] = Operation(
    "tickets.put_ticket",
    "PUT",
    "/tickets",
    parameters=(query("level"), query("kinds")),
    body=Body(
        "application/json",
        lambda: models.Ticket,
        fields=("state", "priority", "weight", "solution", "mixed", "titled", "label"),
    ),
    answers={"200": Answer("application/json", lambda: models.Ticket)},
)


class Tickets(Resource):
    """The methods of `tickets`."""

    @overload
    def put_ticket(
        self,
        *,
        state: models.State,
        level: models.PutTicketLevel | Unset = UNSET,
        kinds: Sequence[models.PutTicketKind] | Unset = UNSET,
        priority: models.TicketPriority | Unset = UNSET,
        weight: models.TicketWeight | Unset = UNSET,
        solution: models.TicketSolution | None | Unset = UNSET,
        mixed: models.TicketMixed | None | Unset = UNSET,
        titled: models.TicketTitled | Unset = UNSET,
        label: models.TicketLabel | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Ticket: ...

    @overload
    def put_ticket(
        self,
        *,
        level: models.PutTicketLevel | Unset = UNSET,
        kinds: Sequence[models.PutTicketKind] | Unset = UNSET,
        request: models.Ticket | models.TicketDict,
        **options: Unpack[CallOptions],
    ) -> models.Ticket: ...

    def put_ticket(
        self,
        *,
        state: models.State | Unset = UNSET,
        level: models.PutTicketLevel | Unset = UNSET,
        kinds: Sequence[models.PutTicketKind] | Unset = UNSET,
        priority: models.TicketPriority | Unset = UNSET,
        weight: models.TicketWeight | Unset = UNSET,
        solution: models.TicketSolution | None | Unset = UNSET,
        mixed: models.TicketMixed | None | Unset = UNSET,
        titled: models.TicketTitled | Unset = UNSET,
        label: models.TicketLabel | Unset = UNSET,
        request: models.Ticket | models.TicketDict | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> models.Ticket:
        """Call `PUT /tickets`.

        Args:
            request: The whole body at once, in place of its properties one by one.

        Returns:
            The ticket.
        """
        # PUT /tickets: Ticket -> Ticket
        return self._client.call(_PUT_TICKET, locals())

    @property
    def with_raw_response(self) -> TicketsRaw:
        """The same methods, giving status, headers and `.parse()`."""
        return TicketsRaw(self)

    @property
    def with_streaming_response(self) -> TicketsStreaming:
        """The same methods, for `with`: the body of the answer is not read yet."""
        return TicketsStreaming(self)


class TicketsRaw:
    """The methods of `Tickets`, giving status and headers beside the result."""

    def __init__(self, resource: Tickets) -> None:
        self.put_ticket = raw(resource.put_ticket)


class TicketsStreaming:
    """The methods of `Tickets`, leaving the body of the answer unread."""

    def __init__(self, resource: Tickets) -> None:
        self.put_ticket = streaming(resource.put_ticket)
