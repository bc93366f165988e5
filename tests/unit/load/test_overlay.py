import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientwright.diagnostics import InputError, Severity
from clientwright.load import apply_overlays, load
from clientwright.load.overlay_edits import Edits
from clientwright.load.positions import OFFSET_MASK, descend, json_positions
from clientwright.load.tree import children
from hypothesis import given
from hypothesis import strategies as st

BASE = """openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /a:
    get: &op
      tags: [x, y]
      parameters:
        - {name: p, in: query}
      responses: {200: {description: ok}}
  /b:
    get: *op
"""


@pytest.fixture(autouse=True)
def _in_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def overlay(*actions: dict[str, Any], version: str = "1.1.0", **fields: Any) -> str:
    Path("overlay.yaml").write_text(
        yaml.safe_dump(
            {
                "overlay": version,
                "info": {"title": "O", "version": "1"},
                **fields,
                "actions": list(actions),
            },
            sort_keys=False,
        )
    )
    return "overlay.yaml"


def applied(tree: Any, *actions: dict[str, Any], version: str = "1.1.0") -> tuple[Any, list[str]]:
    before = copy.deepcopy(tree)
    found, diagnostics = apply_overlays(tree, [overlay(*actions, version=version)])
    assert tree == before
    return found, [each.code for each in diagnostics]


@pytest.mark.parametrize(
    ("tree", "action", "expected"),
    [
        ({"a": 1}, {"target": "$", "update": {"b": 2}}, {"a": 1, "b": 2}),
        ({"a": {"x": 1}}, {"target": "$", "update": {"a": {"y": 2}}}, {"a": {"x": 1, "y": 2}}),
        ({"a": {"x": 1}}, {"target": "$.a", "update": {"x": None}}, {"a": {"x": None}}),
        ({"a": [1]}, {"target": "$", "update": {"a": [2, 3]}}, {"a": [1, 2, 3]}),
        ({"a": [1]}, {"target": "$.a", "update": 2}, {"a": [1, 2]}),
        ({"a": [1]}, {"target": "$.a", "update": [2, 3]}, {"a": [1, 2, 3]}),
        ({"a": [1]}, {"target": "$.a", "update": {"x": 1}}, {"a": [1, {"x": 1}]}),
        ({"a": "x"}, {"target": "$.a", "update": "y"}, {"a": "y"}),
        ({"a": [1, 2]}, {"target": "$.a[*]", "update": 0}, {"a": [0, 0]}),
        ({"a": 1, "b": 2}, {"target": "$.a", "remove": True}, {"b": 2}),
        ({"a": [1, 2, 3, 2]}, {"target": "$.a[?@ == 2]", "remove": True}, {"a": [1, 3]}),
        ({"a": [0, 1, 2]}, {"target": "$.a[0,1,0]", "remove": True}, {"a": [2]}),
        ({"a": [[1, 1], [1, 2]]}, {"target": "$..[?@ == 1]", "remove": True}, {"a": [[], [2]]}),
        ({"a": {"a": {"a": 1}}}, {"target": "$..a", "remove": True}, {}),
        ({"a": [[1], 5]}, {"target": "$.a[*]", "remove": True, "update": 7}, {"a": []}),
        (
            {"a": {"x": 1}, "b": {}},
            {"target": "$.b", "copy": "$.a"},
            {"a": {"x": 1}, "b": {"x": 1}},
        ),
        ({"a": [1], "b": [2]}, {"target": "$.b", "copy": "$.a"}, {"a": [1], "b": [2, 1]}),
        ({"a": [1]}, {"target": "$.a", "copy": "$.a"}, {"a": [1, 1]}),
        ({"a": 1, "b": 2}, {"target": "$.b", "copy": "$.a"}, {"a": 1, "b": 1}),
        ({"a": {"b": {}}}, {"target": "$.a", "copy": "$"}, {"a": {"b": {}, "a": {"b": {}}}}),
    ],
)
def test_actions(tree: Any, action: dict[str, Any], expected: Any) -> None:
    assert applied(tree, action) == (expected, [])


def test_actions_apply_in_order() -> None:
    tree, found = applied(
        {"a": {"x": 1}},
        {"target": "$.a", "remove": True},
        {"target": "$", "update": {"a": {"y": 1}}},
        {"target": "$.a", "update": {"z": 1}},
    )
    assert (tree, found) == ({"a": {"y": 1, "z": 1}}, [])


def test_one_update_for_several_targets_stays_several_values() -> None:
    tree, _ = applied(
        {"a": {}, "b": {}},
        {"target": "$.*", "update": {"x": {"l": []}}},
        {"target": "$.a.x.l", "update": 1},
        {"target": "$.b", "copy": "$.a"},
        {"target": "$.b.x.l", "update": 2},
    )
    assert tree == {"a": {"x": {"l": [1]}}, "b": {"x": {"l": [1, 2]}}}


def test_a_copy_is_not_changed_with_its_source() -> None:
    tree, _ = applied(
        {"a": {"x": {"n": 1}}, "b": {}},
        {"target": "$.a.x", "update": {"m": 1}},
        {"target": "$.b", "copy": "$.a"},
        {"target": "$.a.x", "update": {"n": 2}},
        {"target": "$.b.x", "update": {"n": 3}},
    )
    assert tree == {"a": {"x": {"n": 2, "m": 1}}, "b": {"x": {"n": 3, "m": 1}}}


def test_shared_nodes_change_in_one_place_only() -> None:
    Path("api.yaml").write_text(BASE)
    name = overlay({"target": "$.paths['/a'].get", "update": {"tags": ["z"], "x-n": 1}})
    tree = load("api.yaml", overlays=[name]).root.tree
    assert tree["paths"]["/a"]["get"]["tags"] == ["x", "y", "z"]
    assert tree["paths"]["/b"]["get"]["tags"] == ["x", "y"]
    assert "x-n" not in tree["paths"]["/b"]["get"]


@pytest.mark.parametrize(
    ("tree", "action", "code"),
    [
        ({"a": 1}, {"target": "$.b", "remove": True}, "overlay-no-match"),
        ({"a": 1}, {"target": "$.a"}, "overlay-empty-action"),
        ({"a": 1}, {"target": "$", "remove": True}, "overlay-remove-root"),
        ({"a": 1}, {"target": "$", "update": 1}, "overlay-incompatible"),
        ({"a": 1}, {"target": "$.a", "update": {}}, "overlay-incompatible"),
        ({"a": {}}, {"target": "$", "update": {"a": 1}}, "overlay-incompatible"),
        ({"a": [1]}, {"target": "$", "update": {"a": {}}}, "overlay-incompatible"),
        ({"a": 1, "b": {}}, {"target": "$.*", "update": {}}, "overlay-mixed-targets"),
        ({"a": {}}, {"target": "$.a", "update": {}, "copy": "$"}, "overlay-ambiguous"),
        ({"a": {}, "b": {}}, {"target": "$.a", "copy": "$.*"}, "overlay-copy"),
        ({"a": {}}, {"target": "$.a", "copy": "$.c"}, "overlay-copy"),
    ],
)
def test_actions_that_change_nothing_are_reported(
    tree: Any, action: dict[str, Any], code: str
) -> None:
    assert applied(tree, action) == (tree, [code])


def test_findings_name_file_line_and_pointer() -> None:
    Path("api.yaml").write_text(BASE)
    name = overlay(
        {"target": "$.info", "update": {"x": 1}}, {"target": "$.nowhere", "remove": True}
    )
    (found,) = load("api.yaml", overlays=[name]).diagnostics
    text = Path(name).read_text()
    line = text[: text.index("$.nowhere")].count("\n") + 1
    assert (found.severity, found.file, found.line) == (Severity.WARNING, name, line)
    assert found.pointer == "#/actions/1/target"


@pytest.mark.parametrize(
    ("version", "action", "codes"),
    [
        ("1.0.0", {"target": "$.a", "update": 2}, ["overlay-version"]),
        ("1.0.1", {"target": "$.b", "copy": "$.c"}, ["overlay-version"]),
        ("1.1.7", {"target": "$.a", "update": 2, "x-note": 1}, []),
        ("1.1.0", {"target": "$.a", "updaet": 2, "update": 3}, ["overlay-unknown-field"]),
    ],
)
def test_versions_and_fields(version: str, action: dict[str, Any], codes: list[str]) -> None:
    assert applied({"a": 1, "b": {}, "c": {}}, action, version=version)[1] == codes


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[]", "is an object"),
        ("a: 1", "field overlay is missing"),
        ("overlay: 2.0.0\nactions: [{target: $}]", "not supported"),
        ("overlay: [1]\nactions: [{target: $}]", "not supported"),
        ("overlay: 1.0.0\nactions: []", "at least one action"),
        ("overlay: 1.0.0", "at least one action"),
        ("overlay: 1.0.0\nactions: [1]", "an action is an object"),
        ("overlay: 1.0.0\nactions: [{update: {}}]", "has a target"),
        ("overlay: 1.0.0\nactions: [{target: 'paths.x'}]", "no JSONPath"),
        ("overlay: 1.0.0\nactions: [{target: '$.paths[?(@.x-y)]'}]", "no JSONPath"),
        ("overlay: 1.0.0\nactions: [{target: $, remove: 1}]", "true or false"),
        ("overlay: 1.0.0\nactions: [{target: '$[?" + "(" * 5000 + "'}]", "no JSONPath"),
    ],
)
def test_invalid_overlays_are_refused(text: str, part: str) -> None:
    Path("o.yaml").write_text(text)
    with pytest.raises(InputError) as caught:
        apply_overlays({}, ["o.yaml"])
    found = caught.value.diagnostics[0]
    assert (found.code, found.file) == ("invalid-overlay", "o.yaml")
    assert found.line > 0
    assert part in found.message


def test_extends_is_compared_with_the_document() -> None:
    Path("api.yaml").write_text(BASE)
    same = overlay({"target": "$", "update": {"x": 1}}, extends="./api.yaml")
    assert load("api.yaml", overlays=[same]).diagnostics == ()
    other = overlay({"target": "$", "update": {"x": 1}}, extends="https://example.com/api.yaml")
    workspace = load("api.yaml", overlays=[other])
    assert [each.code for each in workspace.diagnostics] == ["overlay-extends"]
    assert workspace.root.tree["x"] == 1
    assert [each.name for each in workspace.files] == ["api.yaml", "overlay.yaml"]


def test_positions_follow_the_changes() -> None:
    Path("api.yaml").write_text(BASE)
    name = overlay(
        {"target": "$.tags[0]", "remove": True},
        {
            "target": "$.paths['/b'].get",
            "update": {"x-new": {"deep": 1}, "parameters": [{"name": "q"}]},
        },
        {"target": "$", "update": {"x-copy": {}}},
        {"target": "$['x-copy']", "copy": "$.info"},
    )
    workspace = load("api.yaml", overlays=[name])

    def place(*keys: str | int) -> tuple[str, str]:
        location = workspace.root.root
        for key in keys:
            location = location.child(key)
        found = workspace.locate(location)
        line = Path(found.file).read_text().splitlines()[found.line - 1]
        return found.file, line[found.column - 1 :][:8]

    assert place("tags", 0) == ("api.yaml", "{name: b")
    assert place("paths", "/b", "get", "x-new", "deep") == (name, "deep: 1")
    assert place("paths", "/b", "get", "parameters", 0) == ("api.yaml", "{name: p")
    assert place("paths", "/b", "get", "parameters", 1, "name") == (name, "name: q")
    assert place("x-copy", "title") == ("api.yaml", "title: T")


_TREE = st.recursive(
    st.integers(0, 3),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from("abc"), below),
    max_leaves=12,
)


@given(st.data())
def test_positions_keep_the_shape_of_the_tree(data: st.DataObject) -> None:
    tree = data.draw(_TREE)
    value = data.draw(_TREE)
    texts = [json.dumps(tree), json.dumps({"v": value})]
    edits = Edits(tree)

    def places(node: Any, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
        found = [above]
        for key, child in children(node):
            found += places(child, (*above, key))
        return found

    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.sampled_from(places(edits.tree)))
        origin = data.draw(st.sampled_from([(1, ("v",)), (0, place)]))
        new = value if origin[0] else edits.get(place)
        if data.draw(st.booleans()) and place:
            edits.remove([place])
        elif isinstance(edits.get(place), list) or isinstance(new, dict) is isinstance(
            edits.get(place), dict
        ):
            list(edits.update(place, new, origin))
    assert json.loads(texts[0]) == tree
    nodes = [json_positions(text, n << 40)[0] for n, text in enumerate(texts)]
    after = edits.replay(nodes)
    for place in places(edits.tree):
        mark, depth = descend(after, [str(token) for token in place])
        assert depth == len(place)
        assert (mark & OFFSET_MASK) < len(texts[mark >> 40])
