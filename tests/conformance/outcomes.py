"""What became of one check of a suite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["passed", "failed", "not expressible"]


@dataclass(frozen=True)
class Outcome:
    """`name` says which check of which suite, the same in every run; `detail` says what went wrong, or why it cannot be said."""

    suite: str
    name: str
    kind: Kind
    detail: str = ""
