"""Bytes are `bytes` in Python and text on the wire, in the encoding that the schema names.

`contentEncoding`: https://json-schema.org/draft/2020-12/json-schema-validation#section-8.3; RFC 4648
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

RAW = b"\xfb\xff\xfe?"
NAMES = ["public", "private", "fingerprint", "picture"]
WIRE = {
    "public": "+//+Pw==",
    "private": "+//+Pw==",
    "fingerprint": "-__-Pw",
    "picture": "+//+Pw==",
    "settings": '{"a":1}',
}


def test_bytes_come_and_go(api: Any, server: Any) -> None:
    server.reply = json_reply(WIRE)
    found = api.keys.put_key(**dict.fromkeys(NAMES, RAW), settings='{"a":1}')
    assert server.last.json() == WIRE
    assert [getattr(found, name) for name in NAMES] == [RAW] * 4
    assert found.settings == '{"a":1}'


def test_text_that_is_encoded_already_is_taken(api: Any, server: Any) -> None:
    server.reply = json_reply({})
    api.keys.put_key(public="+//+Pw==", fingerprint="-__-Pw")
    assert server.last.json()["public"] == "+//+Pw=="
    assert server.last.json()["fingerprint"] == "-__-Pw"


def test_a_parameter_takes_bytes(api: Any, server: Any) -> None:
    server.reply = json_reply({})
    api.keys.put_key(salt=RAW)
    assert server.last.query == [("salt", "-__-Pw")]


def test_text_that_encodes_nothing_is_refused(client: ModuleType, api: Any, server: Any) -> None:
    with pytest.raises(client.errors.ArgumentError, match="public"):
        api.keys.put_key(public="*")
    assert not server.requests
