"""The client, Client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import BaseClient
from ._runtime.operation import Server

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._runtime.settings import ClientOptions
    from .resources.calls import Calls


class Client(BaseClient):
    """Servers."""

    _package = "servers_variables"
    _version = "0.1.0"
    _servers = (
        Server(
            "https://{region}.example.com/{stage}",
            "live",
            variables={"region": ("eu", ("eu", "us")), "stage": ("v1", ())},
        ),
        Server("https://test.example.com"),
    )
    _server_env = "CLIENT_SERVER_URL"

    def __init__(
        self,
        *,
        region: str | None = None,
        stage: str | None = None,
        **settings: Unpack[ClientOptions],
    ) -> None:
        """Set up a client; it connects when it is first used.

        Args:
            region: Where the data is. The variable of that name in the server's URL;
                "eu" without it.
            stage: The variable of that name in the server's URL; "v1" without it.
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
        if region is not None:
            known = settings.get("server_variables", {})
            settings["server_variables"] = {**known, "region": region}
        if stage is not None:
            known = settings.get("server_variables", {})
            settings["server_variables"] = {**known, "stage": stage}
        super().__init__(**settings)

    @cached_property
    def calls(self) -> Calls:
        """The methods of `calls`."""
        from .resources.calls import Calls

        return Calls(self)
