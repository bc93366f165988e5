"""Models that only `doors` uses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.markers import UnrecognizedStr

DoorsCloseLimit: TypeAlias = Literal["all", "one"] | UnrecognizedStr
