"""Arrays with a type for each position.

`prefixItems`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1.1
"""

from __future__ import annotations

import datetime
import json
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

TRACK = {
    "start": [1.5, 2],
    "stop": [{"name": "Brest", "kind": "place"}, "2026-02-03", "then", "home"],
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


@pytest.mark.parametrize(
    "more",
    [
        {"leader": [], "marks": ["a"], "pair": []},
        {"leader": [{"name": "Brest"}], "marks": ["a", 1], "pair": ["2026-02-03"]},
        {
            "leader": [{"name": "Brest"}, 3],
            "marks": ["a", 1, 2, 3, 4, 5],
            "pair": ["2026-02-03", 2],
        },
        {"pair": "2026-02-03"},
    ],
)
def test_arrays_without_a_least_length_may_be_shorter(
    client: ModuleType, server: Any, api: Any, more: dict[str, Any]
) -> None:
    server.reply = json_reply(TRACK | more)
    found = api.tracks.put_track(start=(0, 0.5), **more)
    assert json.loads(found.model_dump_json()) == TRACK | more
    if leader := more.get("leader"):
        assert isinstance(found.leader, tuple)
        assert isinstance(found.leader[0], client.models.Place)
        assert server.last.json()["leader"] == [{"name": "Brest", "kind": "place"}, *leader[1:]]
    if isinstance(more["pair"], list):
        assert found.pair == (datetime.date(2026, 2, 3), 2)[: len(more["pair"])]


@pytest.mark.parametrize(
    "more", [{"leader": [{"name": "Brest"}, 3, 4]}, {"leader": [3]}, {"leader": [{"nom": "Brest"}]}]
)
def test_what_fits_no_length_is_refused(
    client: ModuleType, api: Any, server: Any, more: Any
) -> None:
    with pytest.raises(client.errors.ArgumentError, match="leader"):
        api.tracks.put_track(start=(0, 0.5), **more)
    assert not server.requests


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
