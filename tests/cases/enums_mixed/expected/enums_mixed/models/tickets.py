"""Models that only `tickets` uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import UnrecognizedInt, UnrecognizedStr
from .._runtime.models import Model

State: TypeAlias = (
    Literal["open", "in progress", "closed", "", "2nd look"] | UnrecognizedStr
)
"""Where a ticket stands.

- `"open"`: Nobody has begun.
- `"in progress"`: Somebody works on it.
- `"closed"`: Done.
- `""`: Not known.
- `"2nd look"`: Come back.
"""


TicketPriority: TypeAlias = Literal[1, 2, 10] | UnrecognizedInt
"""- `1`: Low.
- `2`: High.
- `10`: Urgent.
"""


TicketWeight: TypeAlias = float
"""One of 0.5, 1, 2.25."""


TicketSolution: TypeAlias = Literal["fixed", "refused"] | UnrecognizedStr


TicketMixed: TypeAlias = Literal[1, "1", True, "x"] | UnrecognizedStr | UnrecognizedInt


TicketTitled: TypeAlias = Literal[1, 2] | UnrecognizedInt
"""- `1`: Low.
- `2`: High.
"""


TicketLabel: TypeAlias = Literal["red", "green"] | UnrecognizedStr


class Ticket(Model, not_null=("priority", "weight", "titled", "label")):
    state: State
    priority: TicketPriority | None = None
    weight: TicketWeight | None = None
    solution: TicketSolution | None = None
    mixed: TicketMixed | None = None
    titled: TicketTitled | None = None
    label: TicketLabel | None = None


class TicketDict(TypedDict):
    """What may be given for `Ticket`."""

    state: State
    priority: NotRequired[TicketPriority]
    weight: NotRequired[TicketWeight]
    solution: NotRequired[TicketSolution | None]
    mixed: NotRequired[TicketMixed | None]
    titled: NotRequired[TicketTitled]
    label: NotRequired[TicketLabel]


PutTicketLevel: TypeAlias = Literal[1, 2, 3] | UnrecognizedInt


PutTicketKind: TypeAlias = Literal["bug", "idea"] | UnrecognizedStr
