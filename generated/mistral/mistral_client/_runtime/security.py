"""Credentials (https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object) and when to try again."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from random import random
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError
from .wire import percent

if TYPE_CHECKING:
    import httpx

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


class Scheme:
    """A security scheme.

    `kind` is `bearer`, `basic`, `http`, `api-key`, `oauth2`, `open-id-connect` or `mutual-tls`; `env` the environment
    variable that may hold the credential; `location` and `wire` are for API keys.
    """

    __slots__ = ("env", "http_scheme", "kind", "location", "token_url", "wire")

    def __init__(
        self,
        kind: str,
        *,
        env: str = "",
        location: str = "header",
        wire: str = "",
        http_scheme: str = "",
        token_url: str = "",
    ) -> None:
        self.kind = kind
        self.env = env
        self.location = location
        self.wire = wire
        self.http_scheme = http_scheme
        self.token_url = token_url


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
            self.secrets += (pair.partition(":")[2],)
        self.secrets += tuple({value, percent(value)})
        self.secrets = tuple(secret for secret in self.secrets if secret)
        if scheme.kind == "api-key":
            if scheme.location == "query":
                self.query.append(f"{percent(scheme.wire)}={percent(value)}")
                return
            if scheme.location == "cookie":
                self.cookies.append(f"{scheme.wire}={percent(value)}")
                return
            name, text = scheme.wire, value
        else:
            prefix = {"basic": "Basic", "http": scheme.http_scheme}.get(
                scheme.kind, "Bearer"
            )
            name, text = "Authorization", f"{prefix} {value}".strip()
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

    def request(self) -> tuple[dict[str, str], str]:
        """Headers and body of the request for a token."""
        client = self.credentials
        fields = {"grant_type": "client_credentials"}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        if client.scopes:
            fields["scope"] = " ".join(client.scopes)
        if client.in_body:
            fields |= {
                "client_id": client.client_id,
                "client_secret": client.client_secret,
            }
        else:
            pair = f"{percent(client.client_id)}:{percent(client.client_secret)}"
            headers["Authorization"] = (
                "Basic " + base64.b64encode(pair.encode()).decode()
            )
        return headers, "&".join(f"{k}={percent(v)}" for k, v in fields.items())

    def accept(self, response: httpx.Response) -> None:
        """Take the answer. Raises `ConfigurationError` when it holds no token; what it says is not repeated."""
        try:
            answer: Any = response.json() if response.is_success else {}
            value = answer["access_token"]
            lifetime = float(answer.get("expires_in") or 3600)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ConfigurationError(
                f"no access token from the token endpoint: status {response.status_code}",
                response=response,
            ) from error
        margin = min(_MARGIN, lifetime / 10)
        self.value, self._until = str(value), time.monotonic() + lifetime - margin


def choose(
    alternatives: tuple[tuple[str, ...], ...], given: Mapping[str, Any]
) -> tuple[str, ...]:
    """The first alternative whose schemes all have a credential; else, of the first, those that have one."""
    for names in alternatives:
        if all(name in given for name in names):
            return names
    first = alternatives[0] if alternatives else ()
    return tuple(name for name in first if name in given)


@dataclass(frozen=True)
class RetryConfig:
    """When and how often a call is tried again.

    Waits grow from `initial_interval_ms` by `exponent` up to `max_interval_ms`, each drawn at random below its bound
    (full jitter), unless the server says how long to wait (`Retry-After`). `max_attempts` counts the first
    attempt; None means no bound but `max_elapsed_ms`. `statuses` are numbers or ranges (`"5XX"`).
    """

    max_attempts: int | None = 3
    initial_interval_ms: int = 500
    max_interval_ms: int = 8_000
    exponent: float = 2.0
    max_elapsed_ms: int | None = None
    statuses: tuple[int | str, ...] = (408, 429, 500, 502, 503, 504)
    connection_errors: bool = True

    def covers(self, status: int) -> bool:
        """Whether an answer with this status is worth another attempt."""
        return any(
            status == int(s) if str(s).isdigit() else str(s)[:1] == str(status // 100)
            for s in self.statuses
        )

    def delay(
        self, attempt: int, elapsed: float, headers: Mapping[str, str] | None
    ) -> float | None:
        """Seconds to wait after `attempt` (from 1), `elapsed` seconds after the start; None: give up."""
        if self.max_attempts is not None and attempt >= self.max_attempts:
            return None
        bound = self.initial_interval_ms * self.exponent ** min(attempt - 1, 64)
        wait = min(bound, self.max_interval_ms) * random() / 1000
        asked = retry_after(headers) if headers is not None else None
        if asked is not None:
            if asked > max(self.max_interval_ms / 1000, 60):
                return None
            wait = asked
        if (
            self.max_elapsed_ms is not None
            and elapsed + wait > self.max_elapsed_ms / 1000
        ):
            return None
        return wait


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, section 10.2.3, and `retry-after-ms`), None when it does not say."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        value = headers.get("retry-after", "").strip()
        if not value:
            return None
        if value.replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None
