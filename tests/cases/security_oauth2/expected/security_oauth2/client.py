"""The client, Client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import BaseClient
from ._runtime.operation import Scheme, Server

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._runtime.settings import ClientOptions, Credential
    from .resources.lists import Lists


class Client(BaseClient):
    """OAuth 2.0."""

    _package = "security_oauth2"
    _version = "0.1.0"
    _servers = (Server("/"),)
    _server_env = "CLIENT_SERVER_URL"
    _schemes = {"oauth": Scheme("oauth2", env="CLIENT_OAUTH", token_url="/oauth/token")}
    _security = (("oauth",),)

    def __init__(
        self, oauth: Credential | None = None, **settings: Unpack[ClientOptions]
    ) -> None:
        """Set up a client; it connects when it is first used.

        Args:
            oauth: A value, or a function that gives one; else the environment variable
                `CLIENT_OAUTH` is read.
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
        super().__init__(credentials={"oauth": oauth}, **settings)

    @cached_property
    def lists(self) -> Lists:
        """The methods of `lists`."""
        from .resources.lists import Lists

        return Lists(self)
