"""Bounds on what is read, so that a hostile document ends in a finding and not in a full machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before the input is refused.

    ``max_bytes`` bounds one file, ``max_total_bytes`` all files of a workspace together;
    ``max_depth`` is the nesting of objects and arrays; ``max_nodes`` counts values after aliases
    are expanded, per file; ``max_files`` counts files, overlays included; ``timeout`` is in seconds
    and holds for one remote document; ``max_digits`` is the length of one number.
    """

    max_bytes: int = 64 * 1024 * 1024
    max_total_bytes: int = 512 * 1024 * 1024
    max_depth: int = 500
    max_nodes: int = 5_000_000
    max_files: int = 20_000
    max_digits: int = 1_000
    max_reported_duplicates: int = 100
    timeout: float = 20.0
