"""Templates of one's own, and the page that says what they are given."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from clientwright import render
from clientwright.targets.python import PythonOptions, PythonTarget
from support import template_docs
from unit.targets import sample

OPTIONS = PythonOptions(package="pet_shop_templates", client_class="PetShop")


def _printed(overrides: Path) -> dict[str, bytes]:
    files = PythonTarget().files(sample.api(), OPTIONS)
    return dict(render.render(files, overrides=overrides).files)


def _override(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True)
    place.write_text(text)
    return folder


def test_the_example_of_the_documentation_adds_a_method_to_every_resource(tmp_path: Path) -> None:
    overrides = tmp_path / "templates"
    shutil.copytree(template_docs.EXAMPLE.parents[1], overrides)
    out = tmp_path / "out"
    render.write(out, _printed(overrides))
    script = "import pet_shop_templates as p; print(p.PetShop('x').pets.describe())"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=out, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("Pets: list, list_async, get"), done.stderr


def test_a_template_may_be_replaced_as_a_whole(tmp_path: Path) -> None:
    overrides = _override(tmp_path, "python/README.md.jinja", "Mine: {{ view.package }}\n")
    assert _printed(overrides)["README.md"] == b"Mine: pet_shop_templates\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "python/resorce.py.jinja",
            "",
            "there is no template python/resorce.py.jinja (did you mean",
        ),
        (
            "python/resource.py.jinja",
            '{% extends "base/python/resource.py.jinja" %}{% block method %}{% endblock %}',
            "there is no block method (did you mean methods?) in base/python/resource.py.jinja",
        ),
        (
            "python/client.py.jinja",
            '{% extends "base/python/clent.py.jinja" %}',
            "there is no template base/python/clent.py.jinja",
        ),
        ("python/client.py.jinja", '{% extends "python/client.py.jinja" %}', "it extends itself"),
        ("python/client.py.jinja", "{% block %}", "python/client.py.jinja:1"),
        ("python/client.py.jinja", "{{ view.nothing }}", "nothing"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    overrides = _override(tmp_path, name, text)
    with pytest.raises(render.TemplateProblem) as caught:
        _printed(overrides)
    assert message in str(caught.value)


def test_the_page_is_fresh() -> None:
    command = "python tests/support/template_docs.py"
    assert template_docs.TARGET.read_text(encoding="utf-8") == template_docs.text(), command
