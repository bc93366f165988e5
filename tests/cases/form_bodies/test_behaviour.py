"""Forms: fields by the Encoding Object, constants among them.

Encoding the x-www-form-urlencoded media type: https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type
"""

from __future__ import annotations

import datetime
from typing import Any

from support.loopback import Reply


def test_fields_are_written_by_their_encoding(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.tokens.make_token(
        name="Ada & co",
        age=7,
        tags=["x y", "z"],
        codes=[1, 2],
        address={"city": "Brest"},
        filter={"city": "Nîmes", "zip": "30"},
        when=datetime.datetime(2026, 2, 3, 4, 5, 6, tzinfo=datetime.UTC),
    )
    assert server.last.header("Content-Type") == "application/x-www-form-urlencoded"
    assert server.last.body == (
        b"grant_type=client_credentials&name=Ada%20%26%20co&age=7&tags=x%20y&tags=z&codes=1,2"
        b"&address=%7B%22city%22%3A%22Brest%22%7D&filter%5Bcity%5D=N%C3%AEmes&filter%5Bzip%5D=30"
        b"&when=2026-02-03T04%3A05%3A06Z"
    )


def test_a_form_that_is_a_string_goes_as_it_is(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.tokens.send_encoded(request="name=Ada%20Lovelace&age=7")
    assert server.last.header("Content-Type") == "application/x-www-form-urlencoded"
    assert server.last.body == b"name=Ada%20Lovelace&age=7"


def test_json_is_preferred(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.tokens.add_address(city="Brest")
    assert server.last.header("Content-Type") == "application/json"
    assert server.last.json() == {"city": "Brest"}
