"""Small documents, loaded and normalised."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientwright.load import load
from clientwright.normalise import Normalised, normalise

Json = Any
Normalise = Callable[..., Normalised]


@pytest.fixture
def document(tmp_path: Path) -> Normalise:
    """Normalise a document given by its fields; `files` are others beside it, by name."""

    def run(
        fields: dict[str, Json] | None = None,
        *,
        version: str = "3.1.0",
        files: dict[str, Json] | None = None,
    ) -> Normalised:
        whole = {
            "openapi": version,
            "info": {"title": "Pets", "version": "1"},
            "paths": {},
            **(fields or {}),
        }
        for name, content in {**(files or {}), "root.json": whole}.items():
            (tmp_path / name).write_text(json.dumps(content))
        return normalise(load(tmp_path / "root.json"))

    return run


@pytest.fixture
def operation(document: Normalise) -> Normalise:
    """Normalise a document with one operation, `GET /pets/{id}` unless said otherwise."""

    def run(
        fields: dict[str, Json],
        *,
        path: str = "/pets",
        method: str = "get",
        item: dict[str, Json] | None = None,
        **options: Json,
    ) -> Normalised:
        more = options.pop("document", {})
        paths = {path: {method: fields, **(item or {})}}
        return document({"paths": paths, **more}, **options)

    return run


@pytest.fixture
def schema(document: Normalise) -> Normalise:
    """Normalise a document with the component schema `It` and others beside it."""

    def run(value: Json, *, others: dict[str, Json] | None = None, **options: Json) -> Normalised:
        return document({"components": {"schemas": {"It": value, **(others or {})}}}, **options)

    return run
