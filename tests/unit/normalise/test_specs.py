"""Real documents, where they are at hand: every operation is kept and nothing is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from clientwright.diagnostics import Severity
from clientwright.load import load
from clientwright.normalise import normalise
from clientwright.normalise.form import Operation, Schema

_SPECS = Path(__file__).resolve().parents[4] / "shared" / "specs"
_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


@pytest.mark.parametrize(
    "name", ["cohere.yaml", "discord.json", "mistral.yaml", "openai.yaml", "qdrant.json"]
)
def test_every_operation_is_kept(name: str) -> None:
    path = _SPECS / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand; it is kept outside the repository")
    workspace = load(path)
    result = normalise(workspace)
    paths = cast("dict[str, dict[str, Any]]", workspace.root.tree["paths"])
    keys = [
        (key, method.upper())
        for key, item in paths.items()
        for method in item
        if method in _METHODS
    ]
    assert [(each.path_key, each.method) for each in result.api.operations] == keys
    assert result.dropped == ()
    assert [str(each) for each in result.diagnostics if each.severity is Severity.ERROR] == []
    _assert_closed(result.api.schemas, result.api.operations)


def _assert_closed(schemas: Any, operations: tuple[Operation, ...]) -> None:
    """Every schema that something names is there."""
    named = {each for schema in schemas.values() for each in _named(schema)}
    for operation in operations:
        named |= {each.schema for each in operation.parameters if each.schema}
        for response in operation.responses:
            named |= {each.schema for each in response.content if each.schema}
    assert named <= schemas.keys()


def _named(schema: Schema) -> set[str]:
    one = (schema.ref, schema.items, schema.additional_properties, schema.not_)
    many = (*schema.all_of, *schema.any_of, *schema.one_of, *schema.prefix_items)
    return {each for each in (*one, *many, *schema.properties.values()) if each is not None}
