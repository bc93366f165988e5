"""Models that only `wallet_cards` uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.markers import UnrecognizedInt, UnrecognizedStr
from .._runtime.models import Model

CardSuit: TypeAlias = Literal[1, 2] | UnrecognizedInt
"""- `1`: Hearts.
- `2`: Spades.
"""


CardColour: TypeAlias = Literal["r", "b"] | UnrecognizedStr
"""- `"r"`: Red. As blood.
- `"b"`: Black.
"""


class Card(Model, not_null=("suit", "colour", "points")):
    suit: CardSuit | None = None
    colour: CardColour | None = None
    points: Annotated[str | None, Field(alias="value")] = None
