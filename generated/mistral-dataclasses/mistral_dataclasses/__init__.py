"""Client of Mistral Conversations and Agents API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime import lazy_attribute

if TYPE_CHECKING:
    from . import errors as errors
    from . import models as models
    from ._runtime.operation import UNSET as UNSET, Unset as Unset
    from ._runtime.settings import Hooks as Hooks, RetryConfig as RetryConfig
    from .client import Mistral as Mistral
    from .errors import MistralError as MistralError

__version__ = "0.1.0"
__all__ = [
    "Hooks",
    "Mistral",
    "MistralError",
    "RetryConfig",
    "UNSET",
    "Unset",
    "errors",
    "models",
]
_EXPORTS: dict[str, str] = {
    "Hooks": "._runtime.settings",
    "Mistral": ".client",
    "MistralError": ".errors",
    "RetryConfig": "._runtime.settings",
    "UNSET": "._runtime.operation",
    "Unset": "._runtime.operation",
    "errors": "",
    "models": "",
}


def __getattr__(name: str) -> Any:
    return lazy_attribute(__name__, _EXPORTS, name)


def __dir__() -> list[str]:
    return sorted(_EXPORTS)
