"""Security schemes and what an operation requires of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SchemeKind: TypeAlias = Literal[
    "bearer", "basic", "http", "api-key", "oauth2", "open-id-connect", "mutual-tls"
]


@dataclass(frozen=True, slots=True)
class Flow:
    """An OAuth 2.0 flow (RFC 6749). URLs are as written, perhaps relative to the server."""

    kind: Literal[
        "implicit", "password", "client-credentials", "authorization-code", "device-authorization"
    ]
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate. `http_scheme` names other HTTP schemes (`digest`); `location` and `wire_name` are for API keys."""

    name: str
    id: str
    kind: SchemeKind
    description: str = ""
    http_scheme: str = ""
    location: Literal["", "query", "header", "cookie"] = ""
    wire_name: str = ""
    flows: tuple[Flow, ...] = ()
    open_id_connect_url: str = ""
    oauth2_metadata_url: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """One alternative: the schemes (by `SecurityScheme.name`, with scopes) that go together. None at all: anonymous."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...]
