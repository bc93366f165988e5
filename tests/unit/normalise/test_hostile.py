"""Documents with anything anywhere: findings, never an exception, and the rest is kept."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from clientwright.load import load
from clientwright.normalise import normalise
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_WHOLE: dict[str, Any] = {
    "openapi": "3.2.0",
    "info": {"title": "T", "version": "1", "contact": {"name": "N"}, "license": {"name": "L"}},
    "servers": [{"url": "https://{a}", "variables": {"a": {"default": "b", "enum": ["b"]}}}],
    "security": [{"key": []}],
    "tags": [{"name": "a", "parent": "a"}],
    "x-speakeasy-name-override": [{"operationId": "a", "methodNameOverride": "b"}],
    "paths": {
        "/a/{id}#v": {
            "$ref": "#/components/pathItems/Item",
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "servers": [{"url": "/"}],
            "post": {
                "operationId": "one",
                "tags": ["a"],
                "externalDocs": {"url": "u"},
                "security": [{"key": []}],
                "x-fern-pagination": {"cursor": "$request.a", "next_cursor": "$response.b"},
                "x-codeSamples": [{"lang": "a", "source": "b"}],
                "requestBody": {
                    "required": True,
                    "content": {
                        "multipart/form-data": {
                            "schema": {"$ref": "#/components/schemas/A"},
                            "encoding": {"a": {"contentType": "a/b", "style": "form"}},
                        }
                    },
                },
                "responses": {
                    "200": {
                        "description": "d",
                        "headers": {"X": {"schema": {"type": "string"}}},
                        "content": {
                            "text/event-stream": {
                                "itemSchema": {"type": "object"},
                                "examples": {"e": {"value": 1}},
                            }
                        },
                    }
                },
            },
        }
    },
    "components": {
        "pathItems": {"Item": {"additionalOperations": {"COPY": {"operationId": "two"}}}},
        "parameters": {
            "P": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "o": {"type": "oauth2", "flows": {"password": {"tokenUrl": "t", "scopes": {"a": "b"}}}},
        },
        "schemas": {
            "A": {
                "type": ["object", "null"],
                "properties": {"b": {"$ref": "#/components/schemas/B"}},
                "required": ["b"],
                "discriminator": {"propertyName": "b", "mapping": {"x": "B"}},
                "allOf": [{"nullable": True, "$ref": "#/components/schemas/B"}],
            },
            "B": {
                "oneOf": [{"enum": ["a"], "x-fern-enum": {"a": {"name": "A"}}}, {"const": 1}],
                "items": [{"$recursiveRef": "#"}],
                "additionalItems": False,
                "exclusiveMinimum": True,
                "minimum": 1,
                "contentMediaType": "image/png",
            },
        },
    },
}

_VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([-1, 0, 1.5, 10**400, 1e308]),
    st.sampled_from(
        ["", "#", "#/", "#/components/schemas/A", "a", "{", "null", "../x", "x:y", "\ud7ff"]
    ),
    st.sampled_from(
        [[], {}, [None], {"": None}, {"$ref": "#/paths"}, {"$ref": 1}, [[]], {"a": {}}]
    ),
)


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    found = [path] if path else []
    for key, child in children:
        found += _places(child, (*path, key))
    return found


_PLACES = [path for path in _places(_WHOLE) if path != ("openapi",)]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(_PLACES), _VALUES), min_size=1, max_size=3))
def test_any_value_anywhere_is_a_finding(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    mutated = copy.deepcopy(_WHOLE)
    for path, value in changes:
        _put(mutated, path, value)
    file = tmp_path / "root.json"
    file.write_text(json.dumps(mutated))
    result = normalise(load(file))
    for finding in result.diagnostics:
        assert finding.message and finding.code
        assert "\n" not in str(finding)


def _put(tree: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        present = isinstance(tree, dict) and key in tree
        present = present or (isinstance(tree, list) and isinstance(key, int) and key < len(tree))
        if not present:
            return
        tree = tree[key]
    if isinstance(tree, dict) or (isinstance(tree, list) and len(tree) > 0 and path[-1] == 0):
        tree[path[-1]] = value


def test_every_place_takes_every_value(tmp_path: Path) -> None:
    """Each place alone with a few values of every JSON type."""
    file = tmp_path / "root.json"
    for path in _PLACES:
        for value in (None, True, -1, "x", [], {}):
            mutated = copy.deepcopy(_WHOLE)
            _put(mutated, path, value)
            file.write_text(json.dumps(mutated))
            assert normalise(load(file)).api.openapi == "3.2.0"
