"""Client of Harbour Conversations API."""

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
    from .client import Harbour as Harbour
    from .errors import HarbourError as HarbourError

__version__ = "0.1.0"
__all__ = [
    "ClientCredentials",
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
    "ClientCredentials": "._runtime.security",
    "Harbour": ".client",
    "HarbourError": ".errors",
    "Hooks": "._runtime.client",
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
