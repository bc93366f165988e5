"""Tiny documents, brought through load and normalise to what build gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clientwright import ir
from clientwright.build import BuildOptions, Built, build
from clientwright.load import load
from clientwright.normalise import normalise

Json = dict[str, Any]


def document(paths: Json, *, openapi: str = "3.1.0", **more: Any) -> Json:
    """A document with these paths; other top-level fields by keyword."""
    return {"openapi": openapi, "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def posting(body: Any = None, responses: Any = None, **more: Any) -> Json:
    """A document with one operation, `POST /things` called `make`."""
    operation: Json = {
        "operationId": "make",
        "responses": responses or {"204": {"description": ""}},
    }
    if body is not None:
        operation["requestBody"] = body
    schemas = more.pop("schemas", {})
    operation.update(more)
    return document({"/things": {"post": operation}}, components={"schemas": schemas})


def json_of(schema: Json, media_type: str = "application/json", **more: Any) -> Json:
    """The `content` of one media type."""
    return {"content": {media_type: {"schema": schema, **more}}}


def answer(schema: Json, media_type: str = "application/json") -> Json:
    """A response of one media type."""
    return {"description": "", **json_of(schema, media_type)}


class Builder:
    """Writes documents to a folder and builds them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, source: Json, **options: Any) -> Built:
        path = self._folder / "document.json"
        path.write_text(json.dumps(source))
        return build(normalise(load(path)).api, BuildOptions(**options))

    def one(self, source: Json) -> ir.Operation:
        """The only method of a document."""
        (operation,) = self(source).api.operations
        return operation
