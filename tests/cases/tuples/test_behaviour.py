"""Arrays with a type for each position.

`prefixItems`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1.1
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

TRACK = {
    "start": [1.5, 2],
    "stop": [{"name": "Brest"}, "2026-02-03", "then", "home"],
    "matrix": [[1, 2], []],
    "legs": [["walk", 3], ["swim", 1]],
}


def test_positions_have_their_types(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(TRACK)
    found = api.tracks.put_track(**TRACK)
    assert server.last.json() == TRACK
    assert found.start == (1.5, 2.0)
    assert found.legs == [("walk", 3), ("swim", 1)]
    assert found.matrix == [[1, 2], []]
    assert isinstance(found.stop[0], client.models.Place)


def test_python_s_tuples_are_taken(api: Any, server: Any) -> None:
    server.reply = json_reply(TRACK)
    api.tracks.put_track(start=(0, 0.5), legs=[("walk", 3)])
    assert server.last.json() == {"start": [0, 0.5], "legs": [["walk", 3]]}


@pytest.mark.parametrize("start", [[1], [1, 2, 3], ["a", "b"]])
def test_other_lengths_and_types_are_refused(
    client: ModuleType, api: Any, server: Any, start: Any
) -> None:
    with pytest.raises(client.errors.ArgumentError, match="start"):
        api.tracks.put_track(start=start)
    assert not server.requests
