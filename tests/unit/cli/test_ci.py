"""The GitHub Action, the pre-commit hooks, and the completion of commands: what they run, run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from clientwright.cli import main
from support.paths import ROOT

from .conftest import DOCUMENT, Run

BASH = shutil.which("bash")
SCRIPTS = Path(sys.executable).parent


def environment(here: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(here / "cache"),
        **more,
    }


def step(here: Path, **inputs: str) -> tuple[int, dict[str, str], str]:
    """Run the action's step: its status, outputs and summary."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = action["runs"]["steps"]
    script = next(item["run"] for item in steps if item.get("id") == "generate")
    assert "${{" not in script, "an input pasted into a script can run as code"
    output, summary = here / "output", here / "summary"
    for path in (output, summary):
        path.write_text("")
    given = {"FLAVOURS": "", "CHECK": "false", "FAIL_ON": "", **inputs}
    done = subprocess.run(
        [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=here,
        env=environment(
            here,
            RUNNER_TEMP=str(here),
            GITHUB_OUTPUT=str(output),
            GITHUB_STEP_SUMMARY=str(summary),
            **given,
        ),
        capture_output=True,
        text=True,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return done.returncode, outputs, summary.read_text()


@pytest.mark.skipif(BASH is None, reason="the action runs in bash")
def test_the_action(here: Path) -> None:
    (here / "spec/flavours").mkdir(parents=True)
    (here / "spec/flavours/pets.toml").write_text(
        'spec = "../../pets.yaml"\noutput = "../../client"\n[package]\nname = "pet_client"\n'
    )
    status, outputs, _ = step(here)
    assert (status, outputs["changed"], outputs["level"]) == (0, "true", "none")
    status, outputs, _ = step(here)
    assert (status, outputs["changed"]) == (0, "false")
    (here / "pets.yaml").write_text(DOCUMENT.replace("pets_get", "pets_fetch"))
    status, outputs, summary = step(here, CHECK="true", FAIL_ON="major")
    assert (status, outputs["changed"], outputs["level"]) == (1, "true", "major")
    assert "- `pets.get` is called `pets.fetch` now" in summary
    assert Path(outputs["body-path"]).read_text() == summary
    status, _, _ = step(here, FLAVOURS="spec/flavours/pets.toml")
    assert status == 0
    assert step(here, FLAVOURS="absent.toml")[0] == 2


@pytest.mark.skipif(BASH is None, reason="the action runs in bash")
@pytest.mark.parametrize(
    ("version", "wanted"), [("", "/action with spaces"), ("1.2.3", "clientwright==1.2.3")]
)
def test_the_action_installs_its_own_version_or_the_one_named(
    here: Path, version: str, wanted: str
) -> None:
    stub = here / "bin" / "python"
    stub.parent.mkdir()
    stub.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$ARGUMENTS"\n')
    stub.chmod(0o755)
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = action["runs"]["steps"]
    (script,) = (item["run"] for item in steps if item.get("name") == "Install clientwright")
    done = subprocess.run(
        [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env={
            "PATH": f"{stub.parent}{os.pathsep}{os.environ['PATH']}",
            "ARGUMENTS": str(here / "arguments"),
            "VERSION": version,
            "SOURCE": "/action with spaces",
        },
    )
    assert done.returncode == 0
    arguments = (here / "arguments").read_text().splitlines()
    assert arguments[:3] == ["-m", "pip", "install"]
    assert arguments[-1] == wanted


def test_every_step_of_the_action_is_pinned_or_ours() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps: list[dict[str, Any]] = action["runs"]["steps"]
    for item in steps:
        if "uses" in item:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+(\.\d+)*", item["uses"])
        else:
            assert item["shell"] == "bash", "a step of a composite action names its shell"
            assert "${{" not in item["run"], "an input pasted into a script can run as code"


def test_the_hooks_name_commands_that_exist(here: Path, run: Run) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["clientwright-generate", "clientwright-check"]
    (here / "spec/flavours").mkdir(parents=True)
    (here / "spec/flavours/pets.toml").write_text('spec = "../../pets.yaml"\noutput = "../out"\n')
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "clientwright"
        assert run(*arguments).exit_code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done = CliRunner().invoke(
        main, [], prog_name="clientwright", env={"_CLIENTWRIGHT_COMPLETE": f"{shell}_source"}
    )
    if shell == "bash" and done.exit_code:
        pytest.skip("the bash that is here is too old to complete")
    assert done.exit_code == 0
    assert "_CLIENTWRIGHT_COMPLETE" in done.output
    # Where the others say the number of the word, fish says the word.
    word = "gene" if shell == "fish" else "1"
    words = {"COMP_WORDS": "clientwright gene", "COMP_CWORD": word}
    done = CliRunner().invoke(
        main,
        [],
        prog_name="clientwright",
        env={"_CLIENTWRIGHT_COMPLETE": f"{shell}_complete", **words},
    )
    assert "generate" in done.output


@pytest.mark.parametrize(
    ("words", "number", "wanted"),
    [
        ("clientwright check pe", 2, "file,pe"),
        ("clientwright generate --spec pe", 3, "file,pe"),
        ("clientwright generate --out cl", 3, "dir,cl"),
        ("clientwright overlay apply pets.yaml na", 4, "file,na"),
        ("clientwright generate --set style.f", 3, "plain,style.formatter="),
    ],
)
def test_completion_of_arguments(words: str, number: int, wanted: str) -> None:
    names = {"COMP_WORDS": words, "COMP_CWORD": str(number)}
    done = CliRunner().invoke(
        main,
        [],
        prog_name="clientwright",
        env={"_CLIENTWRIGHT_COMPLETE": "bash_complete", **names},
    )
    assert done.output.splitlines() == [wanted]
