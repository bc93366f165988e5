"""Credentials (https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object)."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError
from .wire import percent

if TYPE_CHECKING:
    import httpx2 as httpx

# How long before its end a token is not used any more, in seconds.
_MARGIN = 30.0


@dataclass(frozen=True)
class ClientCredentials:
    """An OAuth 2.0 client (RFC 6749, section 4.4): tokens are fetched when needed and renewed before they end.

    `token_url` overrides the document's. `in_body` sends the secret in the body, for servers that do not take
    HTTP Basic authentication.
    """

    client_id: str
    client_secret: str = field(repr=False)
    token_url: str | None = None
    scopes: tuple[str, ...] = ()
    in_body: bool = False


# A credential: a text, a user name and password, an OAuth 2.0 client, or a function that gives a text or pair.
Credential = (
    str
    | tuple[str, str]
    | ClientCredentials
    | Callable[[], "str | tuple[str, str] | Awaitable[str | tuple[str, str]]"]
)


@dataclass(eq=False, repr=False)
class Scheme:
    """A security scheme.

    `kind` is `bearer`, `basic`, `http`, `api-key`, `oauth2`, `open-id-connect` or `mutual-tls`; `env` the environment
    variable that may hold the credential; `location` and `wire` are for API keys.
    """

    kind: str
    _: KW_ONLY
    env: str = ""
    location: str = "header"
    wire: str = ""
    http_scheme: str = ""
    token_url: str = ""


class Applied:
    """Credentials in the form in which they are sent, and what must never be shown."""

    __slots__ = ("cookies", "headers", "query", "secrets")

    def __init__(self) -> None:
        self.headers: list[tuple[bytes, bytes]] = []
        self.query: list[str] = []
        self.cookies: list[str] = []
        self.secrets: tuple[str, ...] = ()

    def add(self, scheme: Scheme, value: str | tuple[str, str]) -> None:
        """Add the credential of one scheme. Raises `ConfigurationError` when it cannot be sent as it is."""
        if scheme.kind == "mutual-tls":
            return
        if scheme.kind == "basic" or not isinstance(value, str):
            pair = value if isinstance(value, str) else ":".join(value)
            value = base64.b64encode(pair.encode()).decode()
            password = pair.partition(":")[2]
            self.secrets += tuple(filter(None, (password, percent(password))))
        self.secrets += tuple(filter(None, (value, percent(value))))
        name, text = scheme.wire, value
        if scheme.kind != "api-key":
            known = {"basic": "Basic", "http": scheme.http_scheme}
            prefix = known.get(scheme.kind, "Bearer")
            name, text = "Authorization", f"{prefix} {value}".strip()
        elif scheme.location == "query":
            pair = f"{percent(name)}={percent(value)}"
            self.query += [pair] if pair not in self.query else []
            return
        elif scheme.location == "cookie":
            self.cookies.append(f"{name}={percent(value)}")
            return
        if not text.isprintable():
            raise ConfigurationError("a credential cannot hold control characters")
        self.headers.append((name.encode(), text.encode()))


class Token:
    """The access token of an OAuth 2.0 client, shared by all threads and tasks."""

    def __init__(self, credentials: ClientCredentials, url: str) -> None:
        self.credentials = credentials
        self.url = credentials.token_url or url
        self.lock = threading.Lock()
        self.async_lock: Any = None
        self.value = ""
        self._until = 0.0

    @property
    def fresh(self) -> bool:
        """Whether the token can still be used."""
        return bool(self.value) and time.monotonic() < self._until

    def discard(self, value: str) -> None:
        """Forget a token that the server did not accept, unless it was renewed in the meantime."""
        if self.value == value:
            self.value = ""

    def fetch(self, http: httpx.Client) -> str:
        """Give the token, a new one if need be."""
        with self.lock:
            if not self.fresh:
                self._accept(http.post(self.url, **self._request()))
            return self.value

    async def fetch_async(self, http: httpx.AsyncClient) -> str:
        """As `fetch`, awaited."""
        with self.lock:
            if self.async_lock is None:
                self.async_lock = import_module("anyio").Lock()
        async with self.async_lock:
            if not self.fresh:
                self._accept(await http.post(self.url, **self._request()))
            return self.value

    def _request(self) -> dict[str, Any]:
        client = self.credentials
        pair = {"client_id": client.client_id, "client_secret": client.client_secret}
        fields = {"grant_type": "client_credentials"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        if client.scopes:
            fields["scope"] = " ".join(client.scopes)
        if client.in_body:
            fields |= pair
        else:
            text = ":".join(map(percent, pair.values())).encode()
            headers["Authorization"] = "Basic " + base64.b64encode(text).decode()
        body = "&".join(f"{k}={percent(v)}" for k, v in fields.items())
        # The secret is for this address alone, whatever a client of the user's own would do.
        alone: dict[str, Any] = {"auth": None, "follow_redirects": False}
        return {"headers": headers, "content": body, **alone}

    def _accept(self, response: httpx.Response) -> None:
        """Take the answer. What it says is not repeated in an error."""
        try:
            answer: Any = response.json() if response.is_success else {}
            value = answer["access_token"]
            lifetime = float(answer.get("expires_in") or 3600)
        except (LookupError, TypeError, ValueError, RecursionError) as error:
            raise ConfigurationError(
                f"no access token from the token endpoint: status {response.status_code}",
                response=response,
            ) from error
        margin = min(_MARGIN, lifetime / 10)
        self.value, self._until = str(value), time.monotonic() + lifetime - margin


def choose(
    alternatives: tuple[tuple[str, ...], ...], given: Mapping[str, Any]
) -> tuple[str, ...]:
    """The first alternative whose schemes all have a credential; else, of the first, those that have one.

    The alternative of no scheme at all, wherever it stands, is for calls without credentials.
    """
    for names in alternatives:
        if names and all(name in given for name in names):
            return names
    first = alternatives[0] if alternatives and () not in alternatives else ()
    return tuple(name for name in first if name in given)
