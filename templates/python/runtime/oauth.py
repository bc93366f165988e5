"""OAuth 2.0 clients (RFC 6749, section 4.4): tokens that are fetched when needed and renewed before they end."""

from __future__ import annotations

import base64
import threading
import time
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError
from .operation import percent

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

    def token(self, url: str) -> Token:
        """The token that is got at a URL."""
        return Token(self, url)


class Token:
    """The access token of an OAuth 2.0 client, shared by all threads and tasks."""

    def __init__(self, credentials: ClientCredentials, url: str) -> None:
        self.credentials = credentials
        self.url = url
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

    def fetch(self, http: httpx.Client, timeout: httpx.Timeout) -> str:
        """Give the token, a new one if need be."""
        with self.lock:
            if not self.fresh:
                self._accept(http.post(self.url, timeout=timeout, **self._request()))
            return self.value

    async def fetch_async(self, http: httpx.AsyncClient, timeout: httpx.Timeout) -> str:
        """As `fetch`, awaited."""
        with self.lock:
            if self.async_lock is None:
                self.async_lock = import_module("anyio").Lock()
        async with self.async_lock:
            if not self.fresh:
                form = self._request()
                self._accept(await http.post(self.url, timeout=timeout, **form))
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
                request=response.request,
                response=response,
            ) from error
        margin = min(_MARGIN, lifetime / 10)
        self.value, self._until = str(value), time.monotonic() + lifetime - margin
