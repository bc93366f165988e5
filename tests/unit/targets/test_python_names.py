"""Names in Python: legal, unique, the same on every run, and never those of something else."""

from __future__ import annotations

import keyword
from typing import Any

import pytest
from clientwright.targets.python import names
from clientwright.targets.python.symbols import Symbols
from clientwright.targets.python.types import TypeWriter
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("given_name", "argument", "field"),
    [
        ("class", "class_", "class_"),
        ("self", "self_", "self"),
        ("options", "options_", "options"),
        ("retries", "retries_", "retries"),
        ("locals", "locals_", "locals"),
        ("copy", "copy", "copy_"),
        ("model_config", "model_config", "model_config_"),
        ("_links", "links", "links"),
        ("2fa", "value_2fa", "field_2fa"),
        ("", "value", "field"),
        ("id", "id", "id"),
    ],
)
def test_what_is_reserved_gets_another_name(given_name: str, argument: str, field: str) -> None:
    assert names.argument_name(given_name) == argument
    assert names.field_name(given_name) == field


@given(st.text())
def test_every_text_becomes_an_identifier(text: str) -> None:
    for maker in (names.argument_name, names.field_name, names.method_name, names.class_name):
        name = maker(text)
        assert name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("_")


@pytest.mark.parametrize("builtin", ["Exception", "TimeoutError", "None", "True", "Warning"])
def test_a_class_hides_no_builtin(builtin: str) -> None:
    assert names.class_name(builtin) != builtin


def test_a_scope_gives_the_first_asker_the_name() -> None:
    scope = names.Scope(fold=True)
    assert [scope.add("user"), scope.add("User"), scope.add("user")] == ["user", "User2", "user_2"]


def test_a_name_that_holds_another_imports_nothing() -> None:
    registry: Any = None
    symbols = Symbols(set())
    assert TypeWriter(registry, symbols).optional("Anything") == "Anything | None"
    assert symbols.lines() == ()
    assert TypeWriter(registry, symbols).optional(symbols.typing("Any")) == "Any"


def test_imports_step_aside_for_names_of_the_module() -> None:
    symbols = Symbols({"list", "Any", "uuid"})
    assert symbols.builtin("list") == "builtins.list"
    assert symbols.typing("Any") == "_Any"
    assert symbols.module("uuid") == "_uuid"
    assert symbols.builtin("dict") == "dict"
    assert symbols.lines() == (
        "import builtins",
        "import uuid as _uuid",
        "from typing import Any as _Any",
    )
