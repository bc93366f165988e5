"""OAuth 2.0: a token of one's own, or a client whose tokens are fetched when needed and renewed before they end.

OAuth Flows Object: https://spec.openapis.org/oas/v3.1.1.html#oauth-flows-object; RFC 6749 section 4.4
"""

from __future__ import annotations

import time
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

from support.loopback import Received, Reply, json_reply


class Tokens:
    """Gives out tokens by number, which end after some seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.count = seconds, 0

    def __call__(self, request: Received) -> Reply:
        if request.path != "/oauth/token":
            return Reply(204)
        self.count += 1
        return json_reply(
            {"access_token": f"t{self.count}", "token_type": "Bearer", "expires_in": self.seconds}
        )


def sent(server: Any) -> list[str | None]:
    return [each.header("Authorization") for each in server.requests if each.path == "/lists"]


def test_a_token_of_one_s_own(client: ModuleType, server: Any) -> None:
    server.reply = Reply(204)
    with client.Client(server_url=server.url, oauth="mine") as api:
        api.lists.get_lists()
    assert sent(server) == ["Bearer mine"]


def test_a_token_is_fetched_once(client: ModuleType, server: Any) -> None:
    server.reply = Tokens(3600)
    credentials = client.ClientCredentials("id", "secret")
    with client.Client(server_url=server.url, oauth=credentials) as api:
        api.lists.get_lists()
        api.lists.get_lists()
    assert sent(server) == ["Bearer t1", "Bearer t1"]
    (asked,) = [each for each in server.requests if each.path == "/oauth/token"]
    assert parse_qs(asked.body.decode())["grant_type"] == ["client_credentials"]
    assert asked.header("Authorization") == "Basic aWQ6c2VjcmV0"


def test_a_token_is_renewed_before_it_ends(client: ModuleType, server: Any) -> None:
    server.reply = Tokens(0.01)
    credentials = client.ClientCredentials("id", "secret")
    with client.Client(server_url=server.url, oauth=credentials) as api:
        api.lists.get_lists()
        time.sleep(0.02)
        api.lists.add_list()
    assert sent(server) == ["Bearer t1", "Bearer t2"]
