"""Models of Mistral Conversations and Agents API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime import lazy_attribute

if TYPE_CHECKING:
    from . import models as models

__version__ = "0.1.0"
__all__ = [
    "models",
]
_EXPORTS: dict[str, str] = {
    "models": "",
}


def __getattr__(name: str) -> Any:
    return lazy_attribute(__name__, _EXPORTS, name)


def __dir__() -> list[str]:
    return sorted(_EXPORTS)
