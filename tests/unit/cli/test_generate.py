"""`clientwright generate`: exit statuses, what is written, and what is said."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import DOCUMENT, Run


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_client_is_written(here: Path, pets: Run) -> None:
    done = pets()
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert "1 operation" in done.stderr
    made = contents(here / "client")
    assert {"pet_client/__init__.py", "pyproject.toml", "clientwright.lock"} <= made.keys()


def test_nothing_is_written_again(here: Path, pets: Run) -> None:
    pets()
    before = {path: path.stat().st_mtime_ns for path in (here / "client").rglob("*")}
    for more in ((), ("--no-cache",)):
        done = pets(*more)
        assert (done.exit_code, "nothing has changed" in done.stderr) == (0, True)
    assert {path: path.stat().st_mtime_ns for path in (here / "client").rglob("*")} == before


def test_check_prints_a_diff_and_writes_nothing(here: Path, pets: Run) -> None:
    assert pets("--check").exit_code == 1
    assert not (here / "client").exists()
    pets()
    assert pets("--check").exit_code == 0
    (here / "pets.yaml").write_text(DOCUMENT.replace("A pet.", "One pet."), encoding="utf-8")
    before = contents(here / "client")
    done = pets("--check")
    assert done.exit_code == 1
    assert "\n-" in done.stdout and "\n+" in done.stdout and "@@" in done.stdout
    assert "differs in" in done.stderr
    assert contents(here / "client") == before


def test_check_sees_an_edit(here: Path, pets: Run) -> None:
    pets()
    client = here / "client/pet_client/client.py"
    client.write_text(client.read_text() + "# mine\n")
    done = pets("--check")
    assert (done.exit_code, "-# mine" in done.stdout) == (1, True)


def test_an_edit_is_not_overwritten(here: Path, pets: Run) -> None:
    pets()
    client = here / "client/pet_client/client.py"
    original = client.read_text()
    client.write_text(original + "# mine\n")
    done = pets()
    assert done.exit_code == 2
    assert "edited by hand" in done.stderr and "--force" in done.stderr
    assert client.read_text().endswith("# mine\n")
    assert pets("--force").exit_code == 0
    assert client.read_text() == original


BAD = {
    "not-yaml": ("openapi: 3.1.0\ninfo: {title: [\n", "not-yaml", "bad.yaml:3:1:"),
    "not-openapi": ("hello: world\n", "not-openapi", "bad.yaml"),
    "swagger-1": ("swaggerVersion: '1.2'\n", "not-openapi", "Swagger 1.x"),
    "a-list": ("- 1\n", "not-an-object", "bad.yaml"),
    "empty": ("", "empty-document", "bad.yaml"),
    "future": ("openapi: 9.9.9\ninfo: {}\npaths: {}\n", "unsupported-version", "#/openapi"),
    "dangling-file": (DOCUMENT.replace("#/components", "no.yaml#/components"), "ref-file-not-found", "no.yaml"),
    "remote": (
        DOCUMENT.replace("#/components", "https://pets.example/x.yaml#/components"),
        "remote-not-allowed",
        "--allow-remote",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_leaves_the_output(here: Path, pets: Run, name: str) -> None:
    text, code, words = BAD[name]
    pets()
    before = contents(here / "client")
    (here / "bad.yaml").write_text(text, encoding="utf-8")
    done = pets("--spec", "bad.yaml")
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("bad.yaml") and f"[{code}]" in lines[0] and words in lines[0]
    assert name == "empty" or "hint: " in lines[0]
    assert done.stdout == ""
    assert contents(here / "client") == before


def test_a_dangling_reference_costs_only_what_refers_to_it(here: Path, pets: Run) -> None:
    """It is told with its place, the report names the operation, and `--strict` makes it an exit status."""
    text = DOCUMENT.replace("schemas/Pet'", "schemas/Pte'")
    (here / "pets.yaml").write_text(text, encoding="utf-8")
    done = pets("--report", "report.json")
    line = DOCUMENT.splitlines().index(
        "          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}"
    )
    assert done.exit_code == 0
    assert f"pets.yaml:{line + 1}:" in done.stderr and "did you mean Pet?" in done.stderr
    assert "(#/paths/~1pets~1%7Bid%7D/get/responses/200/content" in done.stderr
    report = json.loads((here / "report.json").read_text(encoding="utf-8"))
    assert report["operations"]["pets_get"] == "degraded"
    assert [item["code"] for item in report["findings"]] == ["ref-not-found"]
    assert (here / "client").exists()
    assert pets("--strict").exit_code == 1


def test_a_missing_document(run: Run) -> None:
    done = run("generate", "--spec", "absent.yaml", "--out", "client")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("absent.yaml: error: ")


def test_a_url_needs_leave(run: Run) -> None:
    done = run("generate", "--spec", "https://pets.example/openapi.yaml", "--out", "client")
    assert (done.exit_code, "--allow-remote" in done.stderr) == (2, True)


def test_a_folder_that_cannot_be_written(here: Path, pets: Run) -> None:
    (here / "client").write_text("a file")
    done = pets()
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1), done.stderr
    assert f"{here / 'client'} is a file, not a folder" in done.stderr
    below = pets("--out", "client/python")
    assert f"{here / 'client'} is a file, not a folder" in below.stderr


def test_tags_that_no_operation_has(here: Path, pets: Run) -> None:
    done = pets("--set", 'select.tags=["pet", "zoo"]')
    assert (
        "no operation has the tag 'pet' [select-unused]; hint: did you mean 'pets'?" in done.stderr
    )
    assert "no operation has the tag 'zoo' [select-unused]; hint: the tags are pets" in done.stderr
    assert "none that is selected" in done.stderr
    models = pets("--set", "select.operations=false")
    assert "none that is selected" not in models.stderr


@pytest.mark.parametrize(
    ("schemes", "words"),
    [
        ("key: {type: http, scheme: bearer}", "the environment variable `PET_STORE_KEY`."),
        (
            "key: {type: http, scheme: bearer}, pass: {type: apiKey, in: header, name: X}",
            "the environment variables `PET_STORE_KEY` (for `key`) and `PET_STORE_PASS` (for `pass_`).",
        ),
    ],
)
def test_the_readme_names_every_variable_for_a_credential(
    here: Path, pets: Run, schemes: str, words: str
) -> None:
    text = DOCUMENT.replace("components:", f"components:\n  securitySchemes: {{{schemes}}}")
    (here / "pets.yaml").write_text(text + "security: [{key: []}]\n")
    assert pets().exit_code == 0
    readme = (here / "client/README.md").read_text()
    assert words in readme
    assert "pip install ." in readme


def test_the_folder_of_a_report_is_made(here: Path, pets: Run) -> None:
    assert pets("--report", "reports/all.json", "--changes", "reports/new/c.json").exit_code == 0
    assert json.loads((here / "reports/all.json").read_text())["operations"]
    assert (here / "reports/new/c.json").exists()


DOUBTFUL = DOCUMENT.replace("required: true, ", "")


def test_strict(here: Path, pets: Run) -> None:
    (here / "pets.yaml").write_text(DOUBTFUL, encoding="utf-8")
    done = pets()
    assert done.exit_code == 0
    assert "pets.yaml:10:" in done.stderr and "[path-parameter-not-required]" in done.stderr
    again = pets("--strict")
    assert again.exit_code == 1
    assert "[path-parameter-not-required]" in again.stderr


def test_quiet(here: Path, pets: Run) -> None:
    (here / "pets.yaml").write_text(DOUBTFUL, encoding="utf-8")
    done = pets("-q")
    assert (done.exit_code, done.output) == (0, "")


def test_report(here: Path, pets: Run) -> None:
    (here / "pets.yaml").write_text(DOUBTFUL, encoding="utf-8")
    for number in range(2):  # the second comes from the cache
        place = here / f"report{number}.json"
        assert pets("--report", str(place)).exit_code == 0
        report = json.loads(place.read_text(encoding="utf-8"))
        assert report["operations"].keys() == {"pets_get"}
        (finding,) = report["findings"]
        assert finding["code"] == "path-parameter-not-required"
        assert (finding["file"], finding["line"]) == ("pets.yaml", 10)


def test_a_dropped_operation_is_in_the_report(here: Path, pets: Run) -> None:
    odd = DOCUMENT.replace("components:", "  /odd:\n    get: [not an operation]\ncomponents:")
    (here / "pets.yaml").write_text(odd, encoding="utf-8")
    done = pets("--report", "report.json")
    assert done.exit_code == 0, done.stderr
    fates = json.loads((here / "report.json").read_text())["operations"]
    assert fates["pets_get"] == "generated"
    assert "dropped" in fates.values()


def test_set(here: Path, pets: Run) -> None:
    assert pets("--set", "package.version=3.2.1", "--set", "style.formatter=none").exit_code == 0
    assert 'version = "3.2.1"' in (here / "client/pyproject.toml").read_text()


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("packge.name=x", "did you mean package.name?"),
        ("style.http=htpx", "did you mean 'httpx'?"),
        ("style.http", "write KEY=VALUE"),
        ("package.name=class", "reserved word 'class'"),
        ("package.name=a-b", "must be a name to import"),
    ],
)
def test_wrong_settings(pets: Run, setting: str, words: str) -> None:
    done = pets("--set", setting)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr


def test_usage(here: Path, run: Run) -> None:
    assert run("generate").exit_code == 2
    assert "spec/flavours/" in run("generate").stderr
    assert run("generate", "--spec", "pets.yaml").exit_code == 2
    assert run("generate", "--nonsense").exit_code == 2
    assert run("nonsense").exit_code == 2
    (here / "spec/flavours").mkdir(parents=True)
    for name in ("a", "b"):
        text = f'spec = "../../pets.yaml"\noutput = "../../out/{name}"\n'
        (here / f"spec/flavours/{name}.toml").write_text(text)
    done = run("generate", "--out", "c")
    assert (done.exit_code, "one flavour file" in done.stderr) == (2, True)
    assert run("generate").exit_code == 0
    assert (here / "out/a/client").is_dir() and (here / "out/b/client").is_dir()


def test_an_option_overrides_the_flavour(here: Path, run: Run) -> None:
    text = 'spec = "absent.yaml"\noutput = "out"\n[package]\nname = "a_client"\n'
    (here / "a.toml").write_text(text)
    assert run("generate", "a.toml").exit_code == 2
    done = run("generate", "a.toml", "--spec", "pets.yaml", "--package", "b_client")
    assert done.exit_code == 0, done.stderr
    assert (here / "out/b_client").is_dir()


def test_an_override_folder_that_is_not_there(pets: Run) -> None:
    done = pets("--set", "templates.override=absent")
    assert (done.exit_code, "templates.override" in done.stderr) == (2, True)


def test_a_broken_template_is_no_traceback(here: Path, pets: Run) -> None:
    (here / "mine/python").mkdir(parents=True)
    (here / "mine/python/client.py.jinja").write_text("{% if %}")
    done = pets("--set", "templates.override=mine")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "client.py.jinja:1" in done.stderr


def test_a_fault_of_ours_is_no_traceback(pets: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LookupError("inside")

    monkeypatch.setattr("clientwright.cli.generate.run", broken)
    done = pets()
    assert done.exit_code == 2
    assert "a fault of clientwright itself: LookupError" in done.stderr
    assert "Traceback" not in done.stderr


def test_aliases_keep_an_old_name(here: Path, pets: Run) -> None:
    flavour = here / "a.toml"
    flavour.write_text(
        'spec = "pets.yaml"\noutput = "client"\n[package]\nname = "pet_client"\n'
        '[aliases]\n"pets.fetch" = "pets.get"\n'
    )
    done = pets("a.toml")
    assert done.exit_code == 0, done.stderr
    kept = json.loads((here / "client/clientwright.lock").read_text())["surface"]["methods"]
    assert kept.keys() == {"pets.get", "pets.fetch"}
    assert kept["pets.fetch"]["deprecated"] is True
    assert kept["pets.fetch"]["sends"] == kept["pets.get"]["sends"]


@pytest.mark.parametrize(
    ("alias", "words"),
    [
        ('"pets.fetch" = "pets.gte"', "did you mean pets.get?"),
        ('"pets.get" = "pets.get"', "is a method"),
        ('"dogs.fetch" = "pets.get"', "pets.fetch"),
        ('"pets.fetch" = 3', "must be the name of a method"),
    ],
)
def test_wrong_aliases(here: Path, run: Run, alias: str, words: str) -> None:
    text = f'spec = "pets.yaml"\noutput = "client"\n[aliases]\n{alias}\n'
    (here / "a.toml").write_text(text)
    done = run("generate", "a.toml")
    assert (done.exit_code, words in done.stderr) == (2, True), done.stderr


def test_as_a_module(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clientwright", "--version"], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()[0]) == (0, "clientwright,")


def test_nothing_heavy_is_imported_when_nothing_has_changed(pets: Run) -> None:
    assert pets().exit_code == 0
    command = ["generate", "--spec", "pets.yaml", "--package", "pet_client", "--out", "client"]
    code = (
        f"import sys; from clientwright.cli import main\nmain({command!r}, standalone_mode=False)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "nothing has changed" in done.stderr
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    heavy = {"jinja2", "yaml", "rich", "clientwright.load", "clientwright.build", "clientwright.ir"}
    assert imported & heavy == set()


def test_watch(here: Path) -> None:
    command = ["generate", "--spec", "pets.yaml", "--package", "pet_client", "--out", "client"]
    process = subprocess.Popen(
        [sys.executable, "-m", "clientwright", *command, "--watch"],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        seen = [process.stderr.readline() for _ in range(2)]
        assert "files written" in seen[0] and "watching" in seen[1]
        (here / "pets.yaml").write_text("openapi: [", encoding="utf-8")
        seen = [process.stderr.readline() for _ in range(2)]
        assert "[not-yaml]" in seen[0] and "watching" in seen[1]
        time.sleep(0.05)
        (here / "pets.yaml").write_text(DOCUMENT.replace("pets_get", "pets_fetch"))
        seen = [process.stderr.readline() for _ in range(2)]
        assert any("files written" in line for line in seen), seen
        assert "def fetch" in (here / "client/pet_client/resources/pets.py").read_text()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert "Traceback" not in process.stderr.read()
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def test_what_several_clients_have_in_common_is_told_once(here: Path, run: Run) -> None:
    flavours = here / "spec" / "flavours"
    flavours.mkdir(parents=True)
    for name in ("one", "two", "three"):
        layout = "flat" if name == "three" else "resources"
        (flavours / f"{name}.toml").write_text(
            f'spec = "../../pets.yaml"\noutput = "../../{name}"\n'
            f'[package]\nname = "{name}"\nclient_class = "Pets"\n[style]\nlayout = "{layout}"\n'
        )
    assert run("generate").exit_code == 0
    text = DOCUMENT.replace("name: {type: string}", "name: {type: integer}")
    (here / "pets.yaml").write_text(text.replace("operationId: pets_get", "operationId: pets_read"))
    done = run("generate", "--changes-markdown", "changes.md")
    assert done.stderr.count("`Pet.name` is integer, no longer string") == 1
    assert done.stderr.count("`pets.get` is called `pets.read` now") == 1
    assert "as told above" in done.stderr
    printed = (here / "changes.md").read_text()
    assert "## Every client" in printed and "## `one`, `two`" in printed and "## `three`" in printed
    assert printed.count("`Pet.name` is integer, no longer string") == 1


def test_a_folder_without_a_package_has_no_surface(here: Path, run: Run) -> None:
    done = run("diff", ".", "pets.yaml")
    assert done.exit_code == 2
    assert done.stderr.startswith(".: error: there is no generated package in this folder")
