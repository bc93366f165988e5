"""Answers without a body give None, and the headers of every answer can be reached.

Header Object: https://spec.openapis.org/oas/v3.1.1.html#header-object; RFC 9110 sections 9.3.2 (HEAD) and 15.3.5 (204)
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import Reply, json_reply


def test_head_gives_its_headers(client: ModuleType, api: Any, server: Any) -> None:
    server.reply = Reply(200, (("X-Count", "3"),))
    assert api.jobs.exists("1") is None
    raw = api.jobs.with_raw_response.exists("1")
    assert (server.last.method, raw.status_code, raw.headers["X-Count"]) == ("HEAD", 200, "3")
    server.reply = Reply(404)
    with pytest.raises(client.errors.NotFoundError):
        api.jobs.exists("2")


def test_headers_beside_a_body(api: Any, server: Any) -> None:
    server.reply = json_reply({"id": "1"}, headers=[("X-Left", "7")])
    raw = api.jobs.with_raw_response.get_job("1")
    assert raw.headers["x-left"] == "7"
    assert raw.parse().id == "1"


def test_headers_without_a_body(api: Any, server: Any) -> None:
    server.reply = Reply(204, (("X-Left", "7"), ("Allow", "GET, HEAD")))
    assert api.jobs.delete_job("1") is None
    assert api.jobs.with_raw_response.delete_job("1").headers["X-Left"] == "7"
    assert api.jobs.with_raw_response.job_ways("1").headers["Allow"] == "GET, HEAD"
    assert server.last.method == "OPTIONS"
