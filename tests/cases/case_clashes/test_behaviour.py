"""Names that differ only by case never share a class, a file or a method.

Components Object: https://spec.openapis.org/oas/v3.1.1.html#components-object
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply

CALLS = [
    ("get_user_a", "/a", {"a": "1", "inner": {"x": 1}}),
    ("get_user_b", "/b", {"b": "1", "Inner": {"y": 1}}),
    ("get_user_c", "/c", {"c": "1"}),
]


@pytest.mark.parametrize(("method", "path", "value"), CALLS)
def test_each_has_its_own_class(
    api: Any, server: Any, method: str, path: str, value: dict[str, Any]
) -> None:
    server.reply = json_reply(value)
    found = getattr(api.users, method)()
    assert server.last.path == path
    assert found.model_dump(exclude_unset=True, by_alias=True) == value
    (required, *_) = value
    assert type(found).model_fields[required].is_required()


def test_no_two_differ_by_case_alone(client: ModuleType) -> None:
    folder = Path(client.__file__ or "").parent
    for names in (
        [name for name in dir(client.models) if not name.startswith("_")],
        [path.relative_to(folder).as_posix() for path in folder.rglob("*.py")],
    ):
        assert len({name.lower() for name in names}) == len(names)


def test_a_name_that_is_taken_is_left_alone(client: ModuleType) -> None:
    assert set(client.models.UserInner.model_fields) == {"taken"}
