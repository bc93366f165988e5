"""Client of Harbour Conversations API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._runtime import lazy_attribute

if TYPE_CHECKING:
    from . import errors as errors
    from . import models as models
    from ._runtime.operation import UNSET as UNSET, Unset as Unset
    from ._runtime.settings import Hooks as Hooks, RetryConfig as RetryConfig
    from .client import Harbour as Harbour
    from .errors import HarbourError as HarbourError

__version__ = "0.1.0"
__all__ = [
    "Harbour",
    "HarbourError",
    "Hooks",
    "RetryConfig",
    "UNSET",
    "Unset",
    "errors",
    "models",
]
_EXPORTS: dict[str, str] = {
    "Harbour": ".client",
    "HarbourError": ".errors",
    "Hooks": "._runtime.settings",
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
