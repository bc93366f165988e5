"""docs/flavours.md has every key of a flavour file, with the values and the default that it has."""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from typing import Any

import pytest
from clientwright import config
from support.paths import ROOT

PAGE = (ROOT / "docs" / "flavours.md").read_text(encoding="utf-8")
TABLE = PAGE.partition("## Every key")[2].partition("##")[0]
ROWS = {
    cells[0].strip("`"): cells[1:]
    for line in TABLE.splitlines()
    if len(cells := [cell.strip() for cell in line.strip("|").split(" | ")]) == 4
    and cells[0].startswith("`")
}


def default_of(key: str) -> Any:
    """The default of a key; None for what is worked out or must be given."""
    section, _, name = key.rpartition(".")
    kinds: dict[str, Any] = {
        "": config.Flavour,
        "package": config.Package,
        "select": config.Select,
        "style": config.Style,
        "models": config.Models,
    }
    wanted = "templates" if key == "templates.override" else name
    fields = dataclasses.fields(config.Flavour if key == "templates.override" else kinds[section])
    (field,) = (item for item in fields if item.name.rstrip("_") == wanted)
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default in (dataclasses.MISSING, "") else field.default


def test_every_key_has_a_row_and_no_other() -> None:
    assert sorted(ROWS) == sorted(config.KEYS)


@pytest.mark.parametrize("key", config.KEYS)
def test_the_default_is_that_of_the_flavour(key: str) -> None:
    _, written, meaning = ROWS[key]
    default = default_of(key)
    assert meaning.endswith(".")
    if default is None:
        assert "`" not in written or written.startswith("from"), "there is no default to write"
        return
    expected = list(default) if isinstance(default, tuple) else default
    assert written == f"`{json.dumps(expected)}`"


@pytest.mark.parametrize("key", config.KEYS)
def test_the_values_are_those_that_are_taken(key: str) -> None:
    values = re.findall(r"`([^`]+)`", ROWS[key][0])
    judge = config.KEYS[key]
    for value in values:
        assert (
            judge(tomllib.loads(f"x = {value}")["x"] if value in ("true", "false") else value)
            is None
        )
    refused = judge("\0") or ""
    if refused.startswith("must be one of"):
        allowed = set(refused.removeprefix("must be one of ").split(", "))
        assert set(values) == allowed - config.MODEL_STYLES.keys()


def test_the_forms_of_models_are_those_that_there_are() -> None:
    found = {
        line.split("|")[2].strip().strip("`"): line.split("|")[1].strip().strip("`")
        for line in PAGE.partition("## Forms of models")[2].splitlines()
        if line.startswith("| `") and "| `" in line[3:]
    }
    assert found == dict(config.MODEL_STYLES)


def test_the_example_is_a_flavour_file(tmp_path: Any) -> None:
    place = tmp_path / "petstore.toml"
    place.write_text(PAGE.partition("```toml\n")[2].partition("```")[0])
    assert config.read(place).style.async_ == "class"
