"""Own code beside generated code, and packages of models alone."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from clientwright import config, render
from clientwright.pipeline import running
from clientwright.targets.python import PythonOptions, PythonTarget
from clientwright.targets.python.own_methods import public_methods
from unit.targets import sample

OPTIONS = PythonOptions(package="pet_shop_own", client_class="PetShop")
EXTRAS = """
from __future__ import annotations


class Counting:
    def count(self) -> int:
        return 3


class Named:
    def name(self) -> str:
        return type(self).__name__
"""


def _write(folder: Path, options: PythonOptions) -> None:
    render.write(folder, render.render(PythonTarget().files(sample.api(), options)).files)


def _run(folder: Path, script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout.split()


def test_classes_derive_from_the_mixins_that_the_flavour_names(tmp_path: Path) -> None:
    custom = (
        ("pets", "pet_shop_own.extras:Counting"),
        ("client", "pet_shop_own.extras:Named"),
        ("async.pets", "pet_shop_own.extras:Named"),
    )
    options = dataclasses.replace(OPTIONS, custom=custom, async_="class")
    _write(tmp_path, options)
    extras = tmp_path / "pet_shop_own" / "extras.py"
    extras.write_text(EXTRAS)
    _write(tmp_path, options)
    assert extras.read_text() == EXTRAS
    script = (
        "from pet_shop_own import AsyncPetShop, PetShop\n"
        "client, apart = PetShop('x'), AsyncPetShop('x')\n"
        "print(client.pets.count(), client.name(), hasattr(client.pets, 'name'))\n"
        "print(hasattr(apart, 'name'), hasattr(apart.pets, 'count'), apart.pets.name())\n"
    )
    assert _run(tmp_path, script) == ["3", "PetShop", "False", "False", "False", "AsyncPets"]


def test_a_mixin_of_the_name_of_a_generated_class_is_no_other(tmp_path: Path) -> None:
    options = dataclasses.replace(OPTIONS, custom=(("pets", "pet_shop_own.extras:Pets"),))
    _write(tmp_path, options)
    (tmp_path / "pet_shop_own" / "extras.py").write_text(EXTRAS.replace("Counting", "Pets"))
    script = (
        "from pet_shop_own import PetShop\nprint(PetShop('x').pets.count(), PetShop('x').pets.list)"
    )
    assert _run(tmp_path, script)[0] == "3"


def test_a_mixin_whose_resource_has_gone_is_reported() -> None:
    custom = (("pet", "extras:A"), ("pets", "extras:B"), ("async.client", "extras:C"))
    options = dataclasses.replace(OPTIONS, custom=custom)
    found = PythonTarget().findings(sample.api(), options)
    assert [item.code for item in found] == ["orphaned-mixin", "orphaned-mixin"]
    assert "pet," in found[0].message and "extras:A" in found[0].message
    assert found[0].hint == "did you mean pets?"
    apart = dataclasses.replace(options, async_="class")
    assert len(PythonTarget().findings(sample.api(), apart)) == 1


def test_dependencies_of_own_code_are_those_of_the_package() -> None:
    options = dataclasses.replace(OPTIONS, dependencies=("tenacity>=9", 'tz; os_name == "nt"'))
    printed = render.render(PythonTarget().files(sample.api(), options)).files
    text = printed["pyproject.toml"].decode()
    assert '    "tenacity>=9",\n' in text and "tz; os_name" in text


def test_models_may_come_without_a_client(tmp_path: Path) -> None:
    options = dataclasses.replace(OPTIONS, operations=False)
    _write(tmp_path, options)
    assert {path.name for path in (tmp_path / "pet_shop_own").iterdir()} == {
        "__init__.py",
        "_runtime",
        "models",
        "py.typed",
    }
    assert "httpx" not in (tmp_path / "pyproject.toml").read_text()
    script = (
        "import sys; sys.modules['httpx'] = None\n"
        "import pet_shop_own\n"
        "for name in dir(pet_shop_own.models): getattr(pet_shop_own.models, name)\n"
        'cat = pet_shop_own.models.Cat.model_validate_json(\'{"kind":"cat","lives":9}\')\n'
        "print(cat.lives, hasattr(pet_shop_own, 'PetShop'))\n"
    )
    assert _run(tmp_path, script) == ["9", "False"]


OWN = """
import nothing_of_this_name

class Base:
    def fetch(self, what='stick', /, *more: str) -> None: ...
    def feed(self): "Not this one."

class Feeding(Base, nothing_of_this_name.Other):
    @overload
    def feed(self, food: str) -> int: ...
    def feed(self: _Pets, food: "str | None" = None) -> "int":
        '''Give food | to
        all pets.

        More of it.
        '''
    async def walk(self) -> None: ...
    async def names(self):
        yield 1
    @property
    def hungry(self) -> bool: ...
    @staticmethod
    def count(pets: list[str]) -> int: ...
    def _hidden(self): ...
"""


def test_the_reference_lists_the_methods_of_own_code(tmp_path: Path) -> None:
    options = dataclasses.replace(
        OPTIONS, custom=(("pets", "pet_extras:Feeding"),), own_code=(("pet_extras", OWN),)
    )
    _write(tmp_path, options)
    lines = (tmp_path / "docs" / "pets.md").read_text().splitlines()
    first = lines.index("| method of `pet_extras.Feeding` | |") + 2
    assert lines[first : first + 7] == [
        r"| `feed(food: 'str \| None'=None) -> int` | Give food \| to all pets. |",
        "| `await walk() -> None` |  |",
        "| `names()` |  |",
        "| `hungry -> bool` |  |",
        "| `count(pets: list[str]) -> int` |  |",
        "| `fetch(what='stick', /, *more: str) -> None` |  |",
        "",
    ]


@pytest.mark.parametrize("source", ["class Feeding(", "\0", "(" * 100_000, "class Other: ..."])
def test_own_code_that_cannot_be_parsed_is_named_alone(source: str) -> None:
    assert public_methods(source, "Feeding") == ()


def test_the_documentation_says_where_own_code_is(tmp_path: Path) -> None:
    mixins = (("pets", "pet_extras:Feeding"), ("client", "pet_extras.base:Signing"))
    _write(tmp_path, dataclasses.replace(OPTIONS, custom=mixins))
    page = (tmp_path / "docs" / "pets.md").read_text()
    assert "- methods of own code: `pet_extras.Feeding`\n\n" in page
    readme = (tmp_path / "README.md").read_text()
    assert ".pets` has the methods of `pet_extras.Feeding` as well." in readme
    assert "` has the methods of `pet_extras.base.Signing` as well." in readme


def test_the_reference_follows_own_code_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    document = tmp_path / "pets.yaml"
    document.write_text(
        "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\n"
        "paths: {/pets: {get: {tags: [pets], responses: {'204': {description: None.}}}}}\n"
    )
    options = {"spec": str(document), "output": str(tmp_path / "out"), "package.name": "pets"}
    flavour = dataclasses.replace(
        config.from_options(options), custom={"pets": "pets.extras:Counting"}
    )
    page = tmp_path / "out" / "docs" / "pets.md"
    running.run(flavour)
    assert "`count() -> int`" not in page.read_text()
    (tmp_path / "out" / "pets" / "extras.py").write_text(EXTRAS)
    running.run(flavour)
    assert "| `count() -> int` |  |" in page.read_text()
    assert not running.run(flavour, check=True).differences
    (tmp_path / "out" / "pets" / "extras.py").write_text(EXTRAS.replace("count", "tally"))
    assert running.run(flavour, check=True).differences
