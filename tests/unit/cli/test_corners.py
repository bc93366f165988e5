"""Wrong uses that would go unnoticed: folders that two flavours share, two flavour files, documents that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.packages import fresh
from unit.cli.conftest import Run

FLAVOUR = 'spec = "pets.yaml"\noutput = "{out}"\n[package]\nname = "{name}"\n'


@pytest.fixture
def two(here: Path) -> tuple[str, str]:
    """Two flavour files with one output."""
    for name in ("one", "two"):
        text = FLAVOUR.format(out="out", name=name)
        (here / f"{name}.toml").write_text(text, encoding="utf-8")
    return "one.toml", "two.toml"


def test_two_flavours_have_two_folders(here: Path, run: Run, two: tuple[str, str]) -> None:
    result = run("generate", *two)
    assert result.exit_code == 2
    assert "one.toml and two.toml have the same output" in result.stderr.replace(f"{here}/", "")
    assert not (here / "out").exists()
    assert run("generate", two[0]).exit_code == 0


def test_one_flavour_at_a_time(run: Run, two: tuple[str, str]) -> None:
    result = run("inspect", two[0], "--flavour", two[1])
    assert result.exit_code == 2
    assert "SPEC is a flavour file itself" in result.stderr


def test_what_cannot_be_generated_is_not_inspected(here: Path, run: Run) -> None:
    document = here / "broken.yaml"
    document.write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {get: {operationId: a, responses: {'200': {$ref: 'nowhere.yaml#/R'}}}}}\n",
        encoding="utf-8",
    )
    out = ("--package", "t", "--out", "out")
    assert run("generate", "--spec", "broken.yaml", *out).exit_code == 2
    assert run("inspect", "broken.yaml").exit_code == 2


@pytest.mark.parametrize("name", ["anyio", "httpcore", "h11", "pytest"])
def test_a_package_is_not_in_the_way_of_a_library(run: Run, name: str) -> None:
    result = run("generate", "--spec", "pets.yaml", "--package", name, "--out", "out")
    assert result.exit_code == 2
    assert f"in the way of the library {name}" in result.stderr


def test_the_runtime_is_not_replaced_in_silence(here: Path, run: Run) -> None:
    own = here / "templates" / "python" / "runtime"
    own.mkdir(parents=True)
    (own / "errors.py").write_text("", encoding="utf-8")
    result = run(
        *("generate", "--spec", "pets.yaml", "--package", "t", "--out", "out"),
        *("--set", "templates.override=templates"),
    )
    assert result.exit_code == 2
    assert "python/runtime/errors.py: the runtime is the same in every package" in result.stderr


def test_extensions_of_our_own_are_known_and_of_their_kind(here: Path, run: Run) -> None:
    (here / "pets.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nx-clientwright-nmae: a\n"
        "paths: {/a: {get: {x-clientwright-idempotent: 'yes', operationId: a, responses: {'204': {description: ''}}}}}\n",
        encoding="utf-8",
    )
    told = run("check", "pets.yaml").output
    assert "pets.yaml:3:1: warning: There is no extension `x-clientwright-nmae`" in told
    assert "Did you mean `x-clientwright-name`?" in told
    assert "`x-clientwright-idempotent` has to be a boolean" in told


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("package.dependencies", '["tenacity>>9"]', "is no requirement"),
        ("package.dependencies", '["tenacity 9"]', "is no requirement"),
        ("package.client_class", '"models"', "the name of a module of the package"),
        ("package", '"x"', "it is a table: write [package]"),
    ],
)
def test_values_that_no_package_can_have(
    here: Path, run: Run, key: str, value: str, reason: str
) -> None:
    table, _, name = key.rpartition(".")
    text = f"[{table}]\n{name} = {value}\n" if table else f"{name} = {value}\n"
    spec = 'spec = "pets.yaml"\noutput = "out"\n'
    (here / "wrong.toml").write_text(spec + text, encoding="utf-8")
    result = run("generate", "wrong.toml")
    assert result.exit_code == 2
    assert reason in result.stderr and "wrong.toml:" in result.stderr


@pytest.mark.parametrize(
    "good",
    ["tenacity", "a[b,c]>=1,<2", "a (>=1)", "a @ https://x/a.whl", "a~=1.2; python_version<'3.12'"],
)
def test_requirements_of_every_form(run: Run, good: str) -> None:
    out = ("--package", "t", "--out", "out", "--set", f'package.dependencies=["{good}"]')
    assert run("generate", "--spec", "pets.yaml", *out).exit_code == 0


def test_a_name_that_another_operation_asks_for(here: Path, run: Run) -> None:
    (here / "pets.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /pets:\n"
        "    post: {tags: [pets], operationId: create_pet, responses: {'204': {description: ''}}}\n"
        "    get: {tags: [pets], operationId: list_pets, x-clientwright-name: create_pet,"
        " responses: {'204': {description: ''}}}\n"
        "    put: {tags: [pets], operationId: put_pet, responses: {'204': {description: ''}}}\n",
        encoding="utf-8",
    )
    told = run("check", "pets.yaml").output
    assert "warning: create_pet is the name that GET /pets asks for; this is" in told
    assert "[name-taken]" in told


def test_what_goes_wrong_in_a_template_of_ones_own_has_its_place(here: Path, run: Run) -> None:
    own = here / "templates" / "python"
    own.mkdir(parents=True)
    base = '{% extends "base/python/resource.py.jinja" %}\n{% block body %}\n'
    (own / "resource.py.jinja").write_text(base + "{{ 1 / 0 }}{% endblock %}\n", encoding="utf-8")
    result = run(
        *("generate", "--spec", "pets.yaml", "--package", "t", "--out", "out"),
        *("--set", "templates.override=templates"),
    )
    assert result.exit_code == 2
    assert "python/resource.py.jinja:3: division by zero" in result.stderr
    assert "report it" not in result.stderr


def test_a_title_that_modules_have_a_name_of(here: Path, run: Run) -> None:
    (here / "any.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Any, version: '1'}\n"
        "paths: {/a: {get: {operationId: a, responses: {'204': {description: ''}}}}}\n",
        encoding="utf-8",
    )
    assert run("generate", "--spec", "any.yaml", "--package", "anyp", "--out", "out").exit_code == 0
    with fresh(here / "out", "anyp") as package:
        (name,) = {"Any", "AnyModel"} & set(package.__all__)
        assert "localhost" in repr(getattr(package, name)(server_url="http://localhost"))
