"""A folder to work in, with a document, and the command run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from clientwright.cli import main

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pet store, version: 1.0.0}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: pets_get
      tags: [pets]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: A pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
"""

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with `pets.yaml` in it and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CLIENTWRIGHT_DEBUG", raising=False)
    (tmp_path / "pets.yaml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run the command with some arguments."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, prog_name="clientwright")

    return run


@pytest.fixture
def pets(run: Run) -> Run:
    """Generate the client of `pets.yaml` into `client`, with more arguments."""

    def pets(*more: str) -> Result:
        return run(
            *("generate", "--spec", "pets.yaml", "--package", "pet_client", "--out", "client"),
            *more,
        )

    return pets
