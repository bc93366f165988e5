"""Parameters of a path are those of its operations; an operation's own take their place, by name and location.

Path Item Object, `parameters`: https://spec.openapis.org/oas/v3.1.1.html#path-item-object
"""

from __future__ import annotations

from typing import Any

import pytest
from support.loopback import Reply


def test_parameters_of_the_path(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.doors.list("blue", limit=3, x_trace="t")
    assert server.last.target == "/rooms/blue/doors?limit=3"
    assert server.last.header("X-Trace") == "t"
    assert "limit: How many doors. Default of the server: 10." in api.doors.list.__doc__


def test_the_operation_s_own_take_their_place(api: Any, server: Any) -> None:
    server.reply = Reply(204)
    api.doors.close(7, limit="all", x_trace="header", x_trace_query="query")
    assert server.last.target == "/rooms/7/doors?limit=all&X-Trace=query"
    assert server.last.header("X-Trace") == "header"
    with pytest.raises(TypeError, match="limit"):
        api.doors.close(7)
