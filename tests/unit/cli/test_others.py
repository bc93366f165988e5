"""check, inspect, overlay, diff, init."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from clientwright.cli import main

from .conftest import DOCUMENT, Run

COMMANDS = {
    name: command
    for name in main.list_commands(click.Context(main))
    if (command := main.get_command(click.Context(main), name)) is not None
}
DOUBTFUL = DOCUMENT.replace("required: true, ", "")


def test_check_finds_nothing(run: Run) -> None:
    done = run("check", "pets.yaml")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "pets.yaml: 1 operation; nothing found\n"


def test_check_names_the_place_and_what_mends_it(here: Path, run: Run) -> None:
    (here / "pets.yaml").write_text(DOUBTFUL)
    done = run("check", "pets.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith("pets.yaml:10:11: warning: ")
    assert 'an overlay mends it: {"target": "$.paths[\'/pets/{id}\'].get' in done.stderr
    assert "clientwright overlay suggest" in done.stderr


def test_a_flavour_file_stands_for_its_document(here: Path, run: Run) -> None:
    (here / "pets.yaml").write_text(DOUBTFUL)
    text = 'spec = "../pets.yaml"\noutput = "../out"\n[package]\nname = "pet_client"\n'
    (here / "flavours").mkdir()
    (here / "flavours/pets.toml").write_text(text)
    found = run("check", "flavours/pets.toml")
    assert (found.exit_code, found.stderr.startswith("pets.yaml:10:11: warning: ")) == (1, True)
    mend = run("overlay", "suggest", "flavours/pets.toml").stdout
    assert mend == run("overlay", "suggest", "pets.yaml").stdout
    (here / "mend.yaml").write_text(mend)
    (here / "flavours/pets.toml").write_text('overlays = ["../mend.yaml"]\n' + text)
    assert run("check", "flavours/pets.toml").exit_code == 0
    assert run("overlay", "suggest", "flavours/pets.toml").exit_code == 0
    assert "from pet_client import" in run("overlay", "samples", "flavours/pets.toml").stdout
    assert "pets.get(id)" in run("inspect", "flavours/pets.toml").stdout


def test_many_findings_of_a_kind_are_counted(here: Path, run: Run) -> None:
    words = "".join(f", colour{index}: red" for index in range(40))
    (here / "pets.yaml").write_text(
        DOUBTFUL.replace("{type: string}\n", f"{{type: string{words}}}\n")
    )
    lines = run("check", "pets.yaml").stderr.splitlines()
    assert sum("`colour" in line for line in lines) == 5
    assert "... and 35 more [unknown-keyword]: --all prints them" in lines
    assert sum(": warning: " in line for line in lines) == 1
    whole = run("check", "pets.yaml", "--all").stderr.splitlines()
    assert sum("`colour" in line for line in whole) == 40
    made = run("generate", "--spec", "pets.yaml", "--out", "out", "--strict", "--report", "r.json")
    assert "... and 35 more [unknown-keyword]: --report FILE has them all" in made.stderr
    findings = json.loads((here / "r.json").read_text())["findings"]
    assert sum(item["code"] == "unknown-keyword" for item in findings) == 40


def test_suggested_overlays_mend(here: Path, run: Run) -> None:
    (here / "pets.yaml").write_text(
        DOUBTFUL.replace("{type: string}\n", "{type: string, default: 7, colour: red}\n").replace(
            "schemas/Pet'", "schemas/Pte'"
        )
    )
    assert run("check", "pets.yaml").exit_code == 1
    done = run("overlay", "suggest", "pets.yaml")
    assert done.exit_code == 1
    assert len(yaml.safe_load(done.stdout)["actions"]) >= 4
    (here / "mend.yaml").write_text(done.stdout)
    again = run("check", "pets.yaml", "--overlay", "mend.yaml")
    assert (again.exit_code, "nothing found" in again.stderr) == (0, True), again.stderr
    none = run("overlay", "suggest", "pets.yaml", "--overlay", "mend.yaml")
    assert (none.exit_code, none.stdout) == (0, "")


def test_overlay_apply(here: Path, run: Run) -> None:
    (here / "o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
        "actions: [{target: $.info, update: {title: Other}}]\n"
    )
    done = run("overlay", "apply", "pets.yaml", "o.yaml", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["info"]["title"] == "Other"
    assert yaml.safe_load(run("overlay", "apply", "pets.yaml", "o.yaml").stdout) == json.loads(
        done.stdout
    )
    (here / "o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
        "actions: [{target: $.nothing, remove: true}]\n"
    )
    done = run("overlay", "apply", "pets.yaml", "o.yaml")
    assert (done.exit_code, "[overlay-no-match]" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("extension", "place"),
    [
        ("x-clientwright-pagination", "o.yaml:6:7: warning: "),
        ("x-speakeasy-pagination", "pets.yaml:6:5: warning: "),
    ],
)
def test_a_finding_about_an_extension_is_placed_where_it_is_written(
    here: Path, run: Run, extension: str, place: str
) -> None:
    (here / "o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        f"  - target: $.paths['/pets/{{id}}'].get\n    update:\n      {extension}:\n"
        "        type: url\n        outputs: {results: $.things, nextUrl: $.next}\n"
    )
    done = run("check", "pets.yaml", "--overlay", "o.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith(place), done.stderr
    assert "[pagination-unfit]" in done.stderr


def test_an_argument_for_pages_that_is_misspelt_is_guessed(here: Path, run: Run) -> None:
    (here / "o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        "  - target: $.paths['/pets/{id}'].get\n    update:\n      x-clientwright-pagination:\n"
        "        type: cursor\n        inputs: [{name: idd, in: parameters, type: cursor}]\n"
    )
    done = run("check", "pets.yaml", "--overlay", "o.yaml")
    assert "there is no parameter 'idd'; did you mean 'id'?" in done.stderr


def test_inspect(run: Run) -> None:
    done = run("inspect", "pets.yaml")
    assert done.exit_code == 0
    assert "pets.get(id)  GET /pets/{id}" in done.stdout
    told = json.loads(run("inspect", "pets.yaml", "--json").stdout)
    assert told.keys() == {"title", "operations", "models", "findings"}
    (operation,) = told["operations"]
    assert operation["call"] == "pets.get"
    assert operation["parameters"] == [
        {"name_on_wire": "id", "in": "path", "argument": "id", "required": True}
    ]


def test_a_bad_document_is_one_line_everywhere(here: Path, run: Run) -> None:
    (here / "bad.yaml").write_text("a: 1\n")
    for command in (
        *(["check"], ["inspect"], ["diff", "pets.yaml"], ["init"], ["overlay", "suggest"]),
        ["inspect", "--json"],
    ):
        done = run(*command, "bad.yaml")
        assert (done.exit_code, done.stderr.count("\n"), done.stdout) == (2, 1, ""), command
        assert done.stderr.startswith("bad.yaml:1:1: error: ")


NEWER = DOCUMENT.replace(
    "        name: {type: string}\n", "        name: {type: string}\n        age: {type: integer}\n"
)
BROKEN = DOCUMENT.replace("operationId: pets_get", "operationId: pets_fetch")


@pytest.mark.parametrize(
    ("text", "status", "level", "code"),
    [
        (DOCUMENT, 0, "none", None),
        (DOCUMENT.replace("A pet.", "The pet."), 0, "none", None),
        (NEWER, 0, "minor", "field-added"),
        (BROKEN, 1, "major", "method-renamed"),
    ],
)
def test_diff_of_documents(
    here: Path, run: Run, text: str, status: int, level: str, code: str | None
) -> None:
    (here / "new.yaml").write_text(text)
    done = run("diff", "pets.yaml", "new.yaml", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["level"]) == (status, level)
    assert [item["code"] for item in told["changes"]] == ([code] if code else [])
    assert run("diff", "pets.yaml", "new.yaml").exit_code == status


def test_diff_of_packages(here: Path, run: Run, pets: Run) -> None:
    pets("--set", "package.version=1.4.2")
    (here / "new.yaml").write_text(NEWER)
    done = run("diff", "client", "new.yaml")
    assert done.exit_code == 0, done.stdout
    assert "minor: `Pet.age` (integer) is new [field-added]" in done.stdout
    assert "1.4.2 becomes 1.5.0" in done.stderr
    done = run("diff", "client/clientwright.lock", "new.yaml", "--markdown")
    assert "becomes **1.5.0**" in done.stdout and "- `Pet.age`" in done.stdout
    (here / "client/clientwright.lock").write_text("{}")
    done = run("diff", "client", "new.yaml")
    assert (done.exit_code, "[lock]" in done.stderr) == (2, True)
    assert run("diff", "cache", "new.yaml").exit_code == 2
    assert run("diff", "pets.yaml", "new.yaml", "--json", "--markdown").exit_code == 2


def test_regenerating_tells_what_changes_and_counts_it_until_the_version_is_raised(
    here: Path, run: Run, pets: Run
) -> None:
    pets("--set", "package.version=1.0.0")
    (here / "pets.yaml").write_text(BROKEN)
    done = pets("--set", "package.version=1.0.0", "--check", "--fail-on", "major")
    assert done.exit_code == 1
    done = pets("--set", "package.version=1.0.0")
    assert "major: `pets.get` is called `pets.fetch` now" in done.stderr
    assert 'set [package] version = "2.0.0"' in done.stderr
    (here / "pets.yaml").write_text(NEWER.replace("pets_get", "pets_fetch"))
    done = pets("--set", "package.version=1.0.0", "--fail-on", "major")
    assert done.exit_code == 1  # what this run changes is minor, and what is pending is not
    assert "minor: " in done.stderr and 'version = "2.0.0"' in done.stderr
    for more in ((), ("--no-cache",)):
        done = pets("--set", "package.version=1.0.0", "--fail-on", "major", *more)
        assert (done.exit_code, "nothing has changed" in done.stderr) == (1, True)
        assert 'version = "2.0.0"' in done.stderr
    done = pets("--set", "package.version=2.0.0", "--fail-on", "major")
    assert done.exit_code == 0
    assert "next version" not in done.stderr
    (here / "pets.yaml").write_text(DOCUMENT.replace("pets_get", "pets_fetch"))
    done = pets("--set", "package.version=2.0.0", "--fail-on", "major")
    assert done.exit_code == 1
    assert "major: `Pet.age` is gone" in done.stderr


def test_what_fails_says_why(here: Path, run: Run, pets: Run) -> None:
    assert pets().exit_code == 0
    (here / "pets.yaml").write_text(
        DOCUMENT.replace("name: {type: string}", "name: {type: integer}")
    )
    done = pets("--fail-on", "major")
    assert done.exit_code == 1
    assert "major changes, and the version was not raised for them (--fail-on major)" in done.stderr
    assert "--fail-on" not in pets().stderr


def test_init_writes_a_flavour_that_works(here: Path, run: Run) -> None:
    done = run("init", "pets.yaml")
    assert done.exit_code == 0, done.stderr
    assert "next: clientwright generate spec/flavours/pet_store_client.toml" in done.stderr
    done = run("generate")
    assert done.exit_code == 0, done.stderr
    assert (here / "generated/pet_store_client/pet_store_client/client.py").is_file()
    assert (
        "class PetStore("
        in (here / "generated/pet_store_client/pet_store_client/client.py").read_text()
    )
    before = (here / "spec/flavours/pet_store_client.toml").read_text()
    again = run("init", "pets.yaml", "--package", "pet_store_client", "--client-class", "X")
    assert (again.exit_code, "--force" in again.stderr) == (2, True)
    assert (here / "spec/flavours/pet_store_client.toml").read_text() == before


def test_init_asks_on_a_terminal(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clientwright.cli.init._at_a_terminal", lambda: True)
    answers = "my-zoo\nzoo\nbad class\nZoo\nsdk\n"
    done = CliRunner().invoke(main, ["init", "pets.yaml"], input=answers)
    assert done.exit_code == 0
    assert "Error: must be a name to import" in done.stderr
    assert "Error: must be the name of a class" in done.stderr
    text = (here / "spec/flavours/zoo.toml").read_text()
    assert 'output = "../../sdk"' in text and 'client_class = "Zoo"' in text
    done = run("init", "pets.yaml", "--yes")
    assert (done.exit_code, "[" in done.stderr) == (0, False)


def test_init_writes_nothing_that_cannot_be_used(here: Path, run: Run) -> None:
    done = run("init", "pets.yaml", "--package", "my-zoo")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: package.name = 'my-zoo': must be a name to import")
    assert not (here / "spec").exists()


@pytest.mark.parametrize("title", ["", "3 APIs", "'\"\\n\u2028", "class", "日本"])
def test_init_takes_any_title(here: Path, run: Run, title: str) -> None:
    (here / "pets.yaml").write_text(DOCUMENT.replace("Pet store", json.dumps(title)))
    done = run("init", "pets.yaml")
    assert done.exit_code == 0, done.stderr
    assert run("generate").exit_code == 0


def test_init_needs_a_document(run: Run) -> None:
    assert run("init").exit_code == 2


def test_the_list_of_commands_is_printed_without_importing_them() -> None:
    code = (
        "import sys; from clientwright.cli import main; main(['--help'], standalone_mode=False)\n"
        "sys.exit(sum(name.startswith('clientwright.') for name in sys.modules) > 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for name, command in COMMANDS.items():
        assert f"\n  {name:9} {command.get_short_help_str()}\n" in done.stdout


def test_a_misspelt_command_is_guessed(run: Run) -> None:
    done = run("genrate")
    assert (done.exit_code, "Did you mean 'generate'?" in done.stderr) == (2, True)
    assert "Did you mean" not in run("nonsense").stderr


def test_help_of_every_command() -> None:
    for command in ("generate", "check", "inspect", "diff", "overlay", "init"):
        done = CliRunner().invoke(main, [command, "--help"])
        assert (done.exit_code, "Usage:" in done.stdout) == (0, True)


def test_references_lead_into_folders_that_are_allowed(here: Path, run: Run) -> None:
    """By every command that reads a document, by an option or by the flavour file, and to no other folder."""
    for folder in ("api", "shared", "private"):
        (here / folder).mkdir()
    inside = DOCUMENT.replace("{$ref: '#/components/schemas/Pet'}", "{$ref: '../shared/pet.yaml'}")
    (here / "api/pets.yaml").write_text(inside)
    (here / "shared/pet.yaml").write_text("{type: object, properties: {name: {type: string}}}")
    out = ("--package", "pet_client", "--out", "client")
    refused = run("generate", "--spec", "api/pets.yaml", *out)
    assert refused.exit_code == 2
    assert "[ref-outside-allowed]; hint: give --allow-dir shared when" in refused.stderr
    other = run("generate", "--spec", "api/pets.yaml", *out, "--allow-dir", "private")
    assert (other.exit_code, (here / "client").exists()) == (2, False)
    for command in (
        ["check", "api/pets.yaml"],
        ["inspect", "api/pets.yaml", "--json"],
        ["overlay", "suggest", "api/pets.yaml"],
        ["overlay", "samples", "api/pets.yaml"],
        ["diff", "api/pets.yaml", "api/pets.yaml"],
        ["init", "api/pets.yaml", "--yes"],
    ):
        done = run(*command, "--allow-dir", "shared")
        assert done.exit_code == 0, (command, done.stderr)
        assert "ref-outside-allowed" not in done.stderr
    assert run("generate", "--spec", "api/pets.yaml", *out, "--allow-dir", "shared").exit_code == 0
    [written] = (here / "spec/flavours").glob("*.toml")
    assert run("generate", str(written)).exit_code == 0
    unread = run("diff", "api/pets.yaml", "api/pets.yaml")
    assert (unread.exit_code, "ref-outside-allowed" in unread.stderr) == (2, True)
    for folder in ("", "absent", "pets.yaml"):
        assert run("check", "api/pets.yaml", "--allow-dir", folder).exit_code == 2
    assert "--allow-dir" not in run("overlay", "apply", "--help").stdout
    (here / "own.toml").write_text(
        'spec = "api/pets.yaml"\noutput = "own"\nallow_dirs = ["shared"]\n'
    )
    for command in (["generate", "own.toml"], ["check", "own.toml"], ["inspect", "own.toml"]):
        done = run(*command)
        assert done.exit_code == 0, (command, done.stderr)
    assert "name: str | None" in (here / "own/client/models/pets.py").read_text()
    (here / "own.toml").write_text('spec = "api/pets.yaml"\noutput = "own"\nallow_dirs = [""]\n')
    assert "allow_dirs" in run("generate", "own.toml").stderr


def test_a_credential_that_cannot_be_read_is_told_where_it_is_asked_for(
    here: Path, run: Run
) -> None:
    scheme = "  securitySchemes: {key: {$ref: '#/components/securitySchemes/No'}}\n"
    text = DOCUMENT.replace("components:\n", f"security: [{{key: []}}]\ncomponents:\n{scheme}")
    (here / "pets.yaml").write_text(
        text.replace("      tags: [pets]\n", "      tags: [pets]\n      security: [{key: []}]\n")
    )
    done = run("generate", "--spec", "pets.yaml", "--out", "out", "--report", "r.json")
    assert done.exit_code == 0
    report = json.loads((here / "r.json").read_text())
    assert report["operations"] == {"pets_get": "degraded"}
    assert "unread-security-scheme" in {item["code"] for item in report["findings"]}
