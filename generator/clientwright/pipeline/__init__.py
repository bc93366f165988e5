"""The order of the stages: load, normalise, build, target, render. No other package knows it.

The stages are imported when the first of the functions here is used: a run that has nothing to change needs none of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientwright.pipeline.aliases import with_aliases
    from clientwright.pipeline.documents import Documents
    from clientwright.pipeline.generating import Generated, generate
    from clientwright.pipeline.preparing import (
        Prepared,
        files_of,
        options_of,
        prepare,
        prepare_for,
        refuse_unread,
    )
    from clientwright.pipeline.surfaces import surface_of
    from clientwright.pipeline.telling import inspect, not_honoured, samples

_HOME = {
    "Documents": "documents",
    "Generated": "generating",
    "Prepared": "preparing",
    "files_of": "preparing",
    "generate": "generating",
    "inspect": "telling",
    "not_honoured": "telling",
    "options_of": "preparing",
    "prepare": "preparing",
    "prepare_for": "preparing",
    "refuse_unread": "preparing",
    "samples": "telling",
    "surface_of": "surfaces",
    "with_aliases": "aliases",
}

__all__ = [
    "Documents",
    "Generated",
    "Prepared",
    "files_of",
    "generate",
    "inspect",
    "not_honoured",
    "options_of",
    "prepare",
    "prepare_for",
    "refuse_unread",
    "samples",
    "surface_of",
    "with_aliases",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for. Raises `AttributeError`."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
