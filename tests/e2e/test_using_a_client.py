"""Every example of docs/using-a-client.md runs as it is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.api import ApiServer
from support.paths import ROOT

PAGE = (ROOT / "docs" / "using-a-client.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
# What each program prints, in their order; None where the tests of the program say it.
PRINTED = (
    "You said: Who is Ada Lovelace?",
    "conversation.response.started",
    "[]\n0 False",
    "You said: ",
    "",
    "404 None ",
    "200 None 0",
    None,
)


@pytest.mark.parametrize("number", range(len(PRINTED)))
def test_an_example_does_what_the_page_says(number: int, tmp_path: Path) -> None:
    assert len(PROGRAMS) == len(PRINTED), "each example says here what it prints"
    program = tmp_path / "test_example.py"
    program.write_text(PROGRAMS[number], encoding="utf-8")
    wanted = PRINTED[number]
    run = ["-m", "pytest", "-q", "-p", "no:cacheprovider"] if wanted is None else []
    with ApiServer() as server:
        done = subprocess.run(
            [sys.executable, "-W", "error", *run, str(program)],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "generated" / "mistral"),
                "MISTRAL_API_KEY": server.key,
                "MISTRAL_SERVER_URL": server.url,
            },
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert done.stdout.startswith("." if wanted is None else wanted)


def test_what_the_page_links_to_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", PAGE):
        assert (ROOT / "docs" / link).exists(), link
