"""The client, Client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import BaseClient
from ._runtime.operation import Scheme, Server

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._runtime.settings import ClientOptions, Credential
    from .resources.doors import Doors


class Client(BaseClient):
    """Security."""

    _package = "security_alternatives"
    _version = "0.1.0"
    _servers = (Server("/"),)
    _server_env = "CLIENT_SERVER_URL"
    _schemes = {
        "bearer_token": Scheme(
            "bearer", env="CLIENT_BEARER_TOKEN", http_scheme="bearer"
        ),
        "basic_auth": Scheme("basic", env="CLIENT_BASIC_AUTH", http_scheme="basic"),
        "header_key": Scheme("api-key", env="CLIENT_HEADER_KEY", wire="X-Key"),
        "query_key": Scheme(
            "api-key", env="CLIENT_QUERY_KEY", location="query", wire="api key"
        ),
        "cookie_key": Scheme(
            "api-key", env="CLIENT_COOKIE_KEY", location="cookie", wire="SID"
        ),
        "open_id": Scheme("open-id-connect", env="CLIENT_OPEN_ID"),
        "mutual": Scheme("mutual-tls"),
        "hoba": Scheme("http", env="CLIENT_HOBA", http_scheme="hoba"),
    }
    _security = (("bearer_token",),)

    def __init__(
        self,
        *,
        bearer_token: Credential | None = None,
        basic_auth: Credential | None = None,
        header_key: Credential | None = None,
        query_key: Credential | None = None,
        cookie_key: Credential | None = None,
        open_id: Credential | None = None,
        hoba: Credential | None = None,
        **settings: Unpack[ClientOptions],
    ) -> None:
        """Set up a client; it connects when it is first used.

        Args:
            bearer_token: A value, or a function that gives one; else the environment
                variable `CLIENT_BEARER_TOKEN` is read.
            basic_auth: A value, or a function that gives one; else the environment
                variable `CLIENT_BASIC_AUTH` is read.
            header_key: A value, or a function that gives one; else the environment
                variable `CLIENT_HEADER_KEY` is read.
            query_key: A value, or a function that gives one; else the environment
                variable `CLIENT_QUERY_KEY` is read.
            cookie_key: A value, or a function that gives one; else the environment
                variable `CLIENT_COOKIE_KEY` is read.
            open_id: A value, or a function that gives one; else the environment
                variable `CLIENT_OPEN_ID` is read.
            hoba: A value, or a function that gives one; else the environment variable
                `CLIENT_HOBA` is read.
            server_url: Where the server is, in place of what the document says. Else
                the environment variable `CLIENT_SERVER_URL` is read.
            server: Which server of the document: its name, or its place in the list.
            server_variables: Values for the variables of the server's URL.
            timeout_ms: How long to wait for the connection and for each piece of an
                answer.
            retries: When and how often to try again; None for never.
            http_headers: Headers to send with every request.
            http_client: Your own `httpx.Client`; it is not closed with this client.
            async_http_client: Your own `httpx.AsyncClient`, likewise.
            hooks: Functions to call before each request and after each answer or error.
            debug_logger: Gets a line for each request and answer, without credentials.
            max_body_bytes: How large an answer that is read whole may be; None for no
                bound.
            max_event_bytes: How large an event of a stream may be; 64 MiB unless said
                otherwise.
        """
        super().__init__(
            credentials={
                "bearer_token": bearer_token,
                "basic_auth": basic_auth,
                "header_key": header_key,
                "query_key": query_key,
                "cookie_key": cookie_key,
                "open_id": open_id,
                "hoba": hoba,
            },
            **settings,
        )

    @cached_property
    def doors(self) -> Doors:
        """The methods of `doors`."""
        from .resources.doors import Doors

        return Doors(self)
