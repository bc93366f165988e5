"""The client, Mistral."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import BaseClient
from ._runtime.operation import Scheme, Server

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._runtime.settings import ClientOptions, Credential
    from .resources import Beta


class Mistral(BaseClient):
    """Mistral Conversations and Agents API.

    Stateful, tool-using conversations with models and agents.

    A conversation is a history of entries kept by the server: messages, executions of
    built-in tools, calls of functions that the caller runs, and handoffs from one agent
    to another. Start one with a model or with an agent, append to it turn by turn, read
    it back, or branch it off at any entry.

    An agent is a model with instructions, tools and completion arguments stored under a
    name. Each change makes a new version, and an alias can name the version that
    callers should get.

    Path keys that end in `#stream` describe the streaming form of the operation before
    the `#`. Both go to the same URL; the property `stream` of the request body tells
    them apart.
    """

    _package = "mistral_httpx2"
    _version = "0.1.0"
    _servers = (Server("https://api.mistral.ai", "production"),)
    _server_env = "MISTRAL_SERVER_URL"
    _schemes = {
        "api_key": Scheme("bearer", env="MISTRAL_API_KEY", http_scheme="bearer")
    }
    _security = (("api_key",),)

    def __init__(
        self, api_key: Credential | None = None, **settings: Unpack[ClientOptions]
    ) -> None:
        """Set up a client; it connects when it is first used.

        Args:
            api_key: An API key of the workspace, sent as a bearer token in the
                `Authorization` header. A value, or a function that gives one; else the
                environment variable `MISTRAL_API_KEY` is read.
            server_url: Where the server is, in place of what the document says. Else
                the environment variable `MISTRAL_SERVER_URL` is read.
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
        super().__init__(credentials={"api_key": api_key}, **settings)

    @cached_property
    def beta(self) -> Beta:
        """The methods of `beta`."""
        from .resources import Beta

        return Beta(self)
