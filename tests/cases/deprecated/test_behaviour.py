"""What is deprecated still works; type checkers and readers are told.

`deprecated` of operations, parameters and schemas: https://spec.openapis.org/oas/v3.1.1.html#operation-object
"""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply


def test_a_deprecated_method_warns_and_works(api: Any, server: Any) -> None:
    server.reply = json_reply([{"title": "Ode", "length": "3:05"}])
    with pytest.warns(DeprecationWarning, match="The API deprecates it"):
        (song,) = api.songs.find_songs(q="Ode")
    assert server.last.query == [("q", "Ode")]
    assert song.length == "3:05"


def test_other_methods_do_not_warn(api: Any, server: Any, recwarn: Any) -> None:
    server.reply = json_reply({"title": "Ode", "length": "3:05"})
    assert api.songs.get_song("1").title == "Ode"
    assert not [each for each in recwarn if issubclass(each.category, DeprecationWarning)]


def test_readers_are_told(client: ModuleType, api: Any) -> None:
    assert "q: What title was called. Deprecated." in api.songs.find_songs.__doc__
    assert client.models.Tape.__doc__ == "Deprecated."
    assert "Minutes and seconds, as 3:05.\n\n    Deprecated." in inspect.getsource(
        client.models.Song
    )
