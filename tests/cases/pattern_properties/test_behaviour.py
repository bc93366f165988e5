"""Properties whose names follow a pattern: a map where there are no others, further properties where there are.

`patternProperties`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2.2
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

TABLE = {
    "name": "t",
    "headings": {"x-a": 1},
    "marks": {"title": "m", "n1": 4, "other": [None]},
    "colours": {"red": 0.5},
    "column1": {"width": 3},
    "size1": 7,
}


def test_they_come_and_go(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply(TABLE)
    found = api.tables.put_table(request=TABLE)
    assert server.last.json() == TABLE
    assert found.headings == {"x-a": 1}
    assert found.colours == {"red": 0.5}
    assert isinstance(found.column1, client.models.Column)
    assert (found.column1.width, found.size1) == (3, 7)
    assert (found.marks.n1, found.marks.other) == (4, [None])


def test_what_no_pattern_describes_is_kept(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = json_reply({"name": "t", "more": "x", "column1": {"height": 1}})
    found = api.tables.put_table(request=TABLE)
    assert found.more.raw == "x"
    api.tables.put_table(request=found)
    assert server.last.json() == {"name": "t", "more": "x", "column1": {"height": 1}}


def test_values_of_another_type_are_refused(client: ModuleType, api: Any, server: Any) -> None:
    for wrong in ({"headings": {"x-a": "one"}}, {"column1": {"width": "wide"}}):
        with pytest.raises(client.errors.ArgumentError):
            api.tables.put_table(request={"name": "t", **wrong})
    assert not server.requests
