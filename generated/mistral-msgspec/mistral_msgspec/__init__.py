"""Client of Mistral Conversations and Agents API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime import lazy_attribute

if TYPE_CHECKING:
    from . import errors as errors
    from . import models as models
    from ._runtime.client import Hooks as Hooks
    from ._runtime.retries import RetryConfig as RetryConfig
    from ._runtime.security import ClientCredentials as ClientCredentials
    from ._runtime.unset import UNSET as UNSET, Unset as Unset
    from .client import Mistral as Mistral
    from .errors import MistralError as MistralError

__version__ = "0.1.0"
__all__ = [
    "ClientCredentials",
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
    "ClientCredentials": "._runtime.security",
    "Hooks": "._runtime.client",
    "Mistral": ".client",
    "MistralError": ".errors",
    "RetryConfig": "._runtime.retries",
    "UNSET": "._runtime.unset",
    "Unset": "._runtime.unset",
    "errors": "",
    "models": "",
}


def __getattr__(name: str) -> Any:
    return lazy_attribute(__name__, _EXPORTS, name)


def __dir__() -> list[str]:
    return sorted(_EXPORTS)
