"""A generated package: it imports, its types hold, its calls reach a server, and its bytes never differ."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import httpx
import pydantic
import pytest
from clientwright import ir, render
from clientwright.targets.python import PythonOptions, PythonTarget, model_reference
from unit.targets import sample

OPTIONS = PythonOptions(package="pet_shop")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    render.write(folder, render.render(PythonTarget().files(sample.api(), OPTIONS)).files)
    return folder


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[ModuleType]:
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("pet_shop")
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == "pet_shop"]:
            del sys.modules[name]


def _client(package: ModuleType, answer: Any, seen: list[httpx.Request]) -> Any:
    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer(request)

    return package.PetShop(
        "secret", http_client=httpx.Client(transport=httpx.MockTransport(handle))
    )


def test_importing_the_package_loads_neither_httpx_nor_pydantic(folder: Path) -> None:
    script = "import sys, pet_shop; print([m for m in ('httpx', 'pydantic') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_model_can_be_built(package: ModuleType) -> None:
    exported = [name for name in dir(package.models) if not name.isupper()]
    for name in exported:
        value = getattr(package.models, name)
        if isinstance(value, type) and issubclass(value, pydantic.BaseModel):
            value.model_rebuild()
        elif name in ("Pet", "Size", "Tree"):
            pydantic.TypeAdapter(value)
    assert {"Cat", "CatTypedDict", "CatDict", "UnknownPet", "PagedCatList"} <= set(exported)


def test_fields_keep_their_wire_names(package: ModuleType) -> None:
    text = '{"str":"a","schema":{"x":1},"class-name":"c","list":[{"Any":"b"}],"bytes":"aGk="}'
    model = package.models.Model.model_validate_json(text)
    assert (model.schema_, model.class_name, model.bytes) == ({"x": 1}, "c", b"hi")
    assert json.loads(model.model_dump_json()) == json.loads(text)


def test_a_list_walks_over_all_pages(package: ModuleType) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        token = request.url.params.get("pageToken")
        cats = [{"kind": "cat", "lives": 1 if token else 2}]
        return httpx.Response(200, json={"data": cats, "nextToken": None if token else "t"})

    client = _client(package, answer, seen)
    assert [cat.lives for cat in client.pets.list()] == [2, 1]
    assert [str(request.url) for request in seen] == [
        "https://pets.example/eu/pets/list",
        "https://pets.example/eu/pets/list?pageToken=t",
    ]


def test_a_body_may_be_given_in_pieces_or_whole(package: ModuleType) -> None:
    seen: list[httpx.Request] = []
    client = _client(package, lambda _: httpx.Response(200, json=[]), seen)
    client.pets.update("a", pet={"kind": "cat"}, id_2="7", options_="x")
    client.pets.update("a", request={"pet": {"kind": "cat"}, "id": "7", "options": "x"})
    bodies = [json.loads(request.content) for request in seen]
    assert bodies[0] == bodies[1]
    assert bodies[0] == {"pet": {"kind": "cat"}, "id": "7", "options": "x", "stream": False}


def test_a_declared_error_steps_aside_for_ours(package: ModuleType) -> None:
    client = _client(package, lambda _: httpx.Response(404, json={"detail": "gone"}), [])
    with pytest.raises(package.errors.NotFoundFailure) as caught:
        client.pets.get("x")
    assert caught.value.data.detail == "gone"
    assert issubclass(package.errors.NotFoundFailure, package.errors.PetShopError)


def test_the_help_of_the_client_has_every_setting(package: ModuleType) -> None:
    settings = importlib.import_module("pet_shop._runtime.settings").ClientOptions.__annotations__
    told = inspect.getdoc(package.PetShop.__init__) or ""
    listed = re.findall(r"^    (\w+): ", told, re.MULTILINE)
    assert set(listed) >= set(settings)


def test_the_readme_says_what_declared_errors_are(folder: Path, package: ModuleType) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    [name] = re.findall(r"has a class of its own, here `errors\.(\w+)`", readme)
    assert issubclass(getattr(package.errors, name), package.errors.DeclaredError)


def test_operations_without_a_tag_are_methods_of_the_client(package: ModuleType) -> None:
    seen: list[httpx.Request] = []
    client = _client(package, lambda _: httpx.Response(200, json="pong"), seen)
    assert client.ping() == "pong"
    assert client.with_raw_response.ping().parse() == "pong"
    assert "authorization" not in seen[0].headers


def test_variables_of_the_server_are_arguments(package: ModuleType) -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json="pong")

    http = httpx.Client(transport=httpx.MockTransport(handle))
    package.PetShop("secret", zone="us", http_client=http).ping()
    assert str(seen[0].url) == "https://pets.example/us/pets/ping"
    with pytest.raises(package.errors.ConfigurationError):
        package.PetShop("secret", zone="moon", http_client=http)


def test_a_flat_layout_has_operation_ids_and_whole_bodies() -> None:
    flat = dataclasses.replace(OPTIONS, layout="flat")
    named = {item.operation: item for item in PythonTarget().call_names(sample.api(), flat)}
    assert named["pets_update"].call == "pets.pets_update"
    assert [(item.argument, item.location) for item in named["pets_update"].arguments] == [
        ("id", "path"),
        ("body", "body"),
    ]
    for path, content in render.render(PythonTarget().files(sample.api(), flat)).files.items():
        if path.endswith(".py"):
            compile(content, path, "exec")


def test_no_operation_is_called_as_the_asynchronous_method_of_another() -> None:
    api = sample.api()
    later = [
        dataclasses.replace(item, name="update_async") if item.name == "get" else item
        for item in api.operations
    ]
    changed = dataclasses.replace(api, operations=tuple(later))
    for style, name, twin in (
        ("methods", "pets.async_update", "pets.async_update_async"),
        ("class", "pets.update_async", "pets.update_async"),
    ):
        options = dataclasses.replace(OPTIONS, async_=style)
        named = {item.operation: item for item in PythonTarget().call_names(changed, options)}
        assert named["pets_update"].async_call == (
            "pets.update_async" if style == "methods" else "pets.update"
        )
        (found,) = (item for item in named.values() if item.call == name)
        assert found.async_call == twin
        told = [item.message for item in PythonTarget().findings(changed, options)]
        assert told == (
            [
                "`update_async` would be the asynchronous form of another method; it is called `async_update`"
            ]
            if style == "methods"
            else []
        )


def test_another_http_library_takes_the_place_of_httpx(tmp_path: Path) -> None:
    options = dataclasses.replace(OPTIONS, package="pet_shop_other", http="httpx2")
    render.write(tmp_path, render.render(PythonTarget().files(sample.api(), options)).files)
    assert '"httpx2>=2,<3"' in (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "httpx2.py").write_text("import sys, httpx\nsys.modules[__name__] = httpx\n")
    script = (
        "import pet_shop_other, sys\n"
        "pet_shop_other.PetShop('x')\n"
        "print(sys.modules['httpx2'].__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["httpx"], done.stderr


def test_asynchronous_calls_may_have_a_class_of_their_own(tmp_path: Path) -> None:
    options = dataclasses.replace(OPTIONS, package="pet_shop_apart", async_="class")
    render.write(tmp_path, render.render(PythonTarget().files(sample.api(), options)).files)
    script = (
        "import asyncio, httpx\n"
        "from pet_shop_apart import AsyncPetShop, PetShop\n"
        "answer = httpx.MockTransport(lambda request: httpx.Response(200, json='pong'))\n"
        "async def main():\n"
        "    async with AsyncPetShop('x', async_http_client=httpx.AsyncClient(transport=answer)) as pets:\n"
        "        print(await pets.ping(), type(pets.pets).__name__)\n"
        "asyncio.run(main())\n"
        "with PetShop('x', http_client=httpx.Client(transport=answer)) as pets:\n"
        "    print(pets.ping(), type(pets.pets).__name__, hasattr(pets, 'ping_async'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["pong", "AsyncPets", "pong", "Pets", "False"], done.stderr


def test_a_deprecated_method_says_so(package: ModuleType) -> None:
    client = _client(package, lambda _: httpx.Response(204), [])
    with pytest.warns(DeprecationWarning, match="Use update"):
        client.pets.remove()


def test_call_names_are_those_of_the_methods(package: ModuleType) -> None:
    client = package.PetShop("secret")
    for names in PythonTarget().call_names(sample.api(), OPTIONS):
        for path in (names.call, names.async_call):
            target: Any = client
            for part in path.split("."):
                target = getattr(target, part)
            arguments = target.__kwdefaults__ or {}
            named = [item for item in names.arguments if item.location != "path"]
            assert {item.argument for item in named} <= set(arguments)


def test_the_bytes_are_the_same_for_any_hash_seed(tmp_path: Path) -> None:
    script = (
        "import hashlib\n"
        "from clientwright import render\n"
        "from clientwright.targets.python import PythonOptions, PythonTarget\n"
        "from unit.targets import sample\n"
        "files = PythonTarget().files(sample.api(), PythonOptions(package='pet_shop'))\n"
        "printed = render.render(files, formatter='none').files\n"
        "print(hashlib.sha256(repr(sorted(printed.items())).encode()).hexdigest())\n"
    )
    root = str(Path(__file__).parents[2])
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(found) == 1


def test_black_would_change_nothing_of_what_is_generated(folder: Path) -> None:
    black = pytest.importorskip("black")
    mode = black.Mode(target_versions={black.TargetVersion.PY310})
    for path in sorted((folder / "pet_shop").rglob("*.py")):
        if "_runtime" not in path.parts:
            source = path.read_text()
            assert black.format_str(source, mode=mode) == source, path


def test_a_checker_finds_nothing_in_what_is_generated(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.10", "pet_shop"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [line for line in lines if not line.startswith("pet_shop/_runtime/")] == []


@pytest.mark.parametrize(
    "text", ['"""', "'''\"\"\"\\", "a\nb\rc", "{{ 7 * 7 }}{% x %}", "\u202e\u2028\x00", "*/ # \\"]
)
def test_text_of_the_document_stays_text_everywhere(text: str) -> None:
    doc = ir.Doc(text, text, True, text, text, text)
    api = sample.api()
    hostile = ir.ObjectModel(
        "Hostile",
        (
            ir.Property(
                "value",
                text,
                ir.Constant(text),
                True,
                doc,
                True,
                True,
                text,
                examples=(text,),
                constraints=(("pattern", text),),
            ),
        ),
        None,
        doc,
    )
    parameter = ir.Parameter(
        "p", text, "query", ir.Constant(text), True, "form", doc=doc, constant=True
    )
    api = dataclasses.replace(
        api,
        title=text,
        doc=doc,
        models={
            **api.models,
            "Hostile": hostile,
            "Words": ir.EnumModel("Words", (ir.EnumValue(text), ir.EnumValue("b")), doc),
        },
        operations=tuple(
            dataclasses.replace(item, doc=doc, parameters=(*item.parameters, parameter))
            for item in api.operations
        ),
        servers=(ir.Server(text, "x", text),),
    )
    files = PythonTarget().files(api, OPTIONS)
    for path, content in render.render(files, formatter="none").files.items():
        assert b"49" not in content or path.endswith("models.py") or "_runtime" in path
        if path.endswith(".py"):
            compile(content, path, "exec")


def test_what_the_client_has_itself_keeps_its_name(package: ModuleType, tmp_path: Path) -> None:
    base = importlib.import_module("pet_shop._runtime.client").BaseClient
    own = {name for name in {*dir(base), *vars(base())} if not name.startswith("_")}
    own |= {"with_raw_response", "with_streaming_response"}
    names = sorted(own)
    api = sample.api()
    ping = next(item for item in api.operations if item.id == "ping")
    direct = tuple(dataclasses.replace(ping, id=name, name=name) for name in names)
    below = tuple(
        dataclasses.replace(ping, id=f"of {name}", name="get", resource=(name,)) for name in names
    )
    variables = tuple(
        ir.ServerVariable(name, name, name) for name in ("known", "super", "self", "settings")
    )
    url = "https://pets.example/" + "/".join(f"{{{item.name}}}" for item in variables)
    api = dataclasses.replace(
        api,
        operations=(*direct, *below),
        resources=(
            ir.Resource((), "client", tuple(names), tuple((name,) for name in names)),
            *(ir.Resource((name,), "client", (f"of {name}",)) for name in names),
        ),
        servers=(ir.Server(url, variables=variables),),
    )
    options = dataclasses.replace(OPTIONS, package="pet_names")
    render.write(tmp_path, render.render(PythonTarget().files(api, options)).files)
    script = (
        "import httpx, pet_names as made\n"
        "from pet_names._runtime.client import BaseClient\n"
        "here = {name for name in vars(made.PetShop) if not name.startswith('_')}\n"
        f"assert here & {own!r} == {{'with_raw_response', 'with_streaming_response'}}, here\n"
        "answer = httpx.MockTransport(lambda request: httpx.Response(200, json=str(request.url)))\n"
        "http = httpx.Client(transport=answer)\n"
        "client = made.PetShop(known_2='a', super_2='b', http_client=http)\n"
        "print(client.call_2(), client.with_raw_response.call_2().parse(), client.call_.get())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["https://pets.example/a/b/self/settings/pets/ping"] * 3


def test_the_reference_of_the_models_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    pages = model_reference.pages

    def counted(context: Any) -> Any:
        written.append(context)
        return pages(context)

    monkeypatch.setattr(model_reference, "pages", counted)
    files = PythonTarget().files(sample.api(), OPTIONS)
    assert len(written) == 1
    names = [PurePosixPath(item.path) for item in files]
    readme = next(item.view for item in files if item.path == "README.md")
    assert sorted(readme.models) == sorted(
        item.stem for item in names if item.parent.as_posix() == "docs/models"
    )


def _method(operation: ir.Operation, name: str) -> str:
    api = sample.api()
    api = dataclasses.replace(
        api, operations=tuple(operation if o.id == operation.id else o for o in api.operations)
    )
    written = render.render(PythonTarget().files(api, OPTIONS)).files["pet_shop/client.py"].decode()
    return written.split(f"def {name}(")[1].split("async def ")[0]


def test_not_modified_makes_no_result_optional() -> None:
    ping = next(item for item in sample.api().operations if item.id == "ping")
    plain = _method(ping, "ping")
    assert "-> str:" in plain and "304" not in plain
    unmodified = ir.Response("304", False)
    method = _method(
        dataclasses.replace(ping, responses=(unmodified, *ping.responses)),
        "ping",
    )
    assert "-> str:" in method and "`If-None-Match`" in method and "(304)" in method
    condition = ir.Parameter("if_none_match", "If-None-Match", "header", sample.STRING, False)
    asking = dataclasses.replace(
        ping, parameters=(condition,), responses=(*ping.responses, unmodified)
    )
    method = _method(asking, "ping")
    assert "-> str | None:" in method and "(304)" not in method
