"""A small API with every kind of credential, its generated client, and servers that do not keep to the rules."""

from __future__ import annotations

import asyncio
import base64
import importlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

from clientwright import config, pipeline
from support.loopback import Reply, json_reply

# With characters that are written otherwise in a URL.
SECRET = "s3cr/et+key"
CREDENTIALS: dict[str, Any] = {
    "in_query": SECRET,
    "in_header": SECRET,
    "in_cookie": SECRET,
    "basic": ("user", SECRET),
    "bearer": SECRET,
    "oauth": None,
}
"""By scheme. That of `oauth` is made of the package's own class."""


def _operation(name: str, answer: Any, scheme: str, **more: Any) -> dict[str, Any]:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "operationId": name,
        "tags": ["api"],
        "security": [{scheme: []}],
        "responses": {
            "200": {"description": "Well.", "content": answer},
            "422": {"description": "Not well.", "content": problem},
        },
        **more,
    }


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _to(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def document() -> dict[str, Any]:
    """The API: for each scheme `get_`, `post_` and `list_`; `links`, `node`, `text`, `watch` and `rows` beside them."""
    paths: dict[str, Any] = {}
    pages = {"type": "url", "outputs": {"results": "$.data", "nextUrl": "$.next"}}
    for scheme in CREDENTIALS:
        paths[f"/{scheme}"] = {
            "get": _operation(f"get_{scheme}", _json({}), scheme),
            "post": _operation(
                f"post_{scheme}", _json({}), scheme, requestBody={"content": _json(_to("Problem"))}
            ),
        }
        listed = _operation(f"list_{scheme}", _json(_to("Page")), scheme)
        paths[f"/{scheme}/list"] = {"get": {**listed, "x-clientwright-pagination": pages}}
    array = _json({"type": "array", "items": {}})
    links = _operation("links", array, "in_header")
    paths["/links"] = {"get": {**links, "x-clientwright-pagination": {"type": "linkHeader"}}}
    node = _json(_to("Node"))
    paths["/node"] = {"get": _operation("node", node, "bearer")}
    paths["/text"] = {"get": _operation("text", {"text/plain": {}}, "bearer")}
    stream = {"text/event-stream": {"schema": _to("Node")}}
    paths["/watch"] = {"get": _operation("watch", stream, "bearer")}
    rows = {"application/jsonl": {"itemSchema": _to("Node")}}
    paths["/rows"] = {"get": _operation("rows", rows, "bearer")}
    text = {"type": "string"}
    key = {"type": "apiKey", "name": "X-K"}
    flow = {"tokenUrl": "/token", "scopes": {}}
    return {
        "openapi": "3.2.0",
        "info": {"title": "Served", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {
            "schemas": {
                "Problem": {"type": "object", "properties": {"detail": text}},
                "Page": {
                    "type": "object",
                    "properties": {"data": {"type": "array", "items": {}}, "next": {}},
                },
                "Node": {
                    "type": "object",
                    "properties": {
                        "value": {"type": "integer"},
                        "name": text,
                        "children": {"type": "array", "items": _to("Node")},
                        "any": {},
                    },
                },
            },
            "securitySchemes": {
                "in_query": {**key, "name": "k", "in": "query"},
                "in_header": {**key, "in": "header"},
                "in_cookie": {**key, "in": "cookie"},
                "basic": {"type": "http", "scheme": "basic"},
                "bearer": {"type": "http", "scheme": "bearer"},
                "oauth": {"type": "oauth2", "flows": {"clientCredentials": flow}},
            },
        },
    }


def generate(folder: Path, style: str, tree: Any = None, name: str = "served") -> str:
    """Write the client of a document, the served API unless another is given, with models of a style; the name of its package."""
    source = folder / f"{name}.json"
    source.write_text(json.dumps(tree or document()), encoding="utf-8")
    settings: dict[str, Any] = {
        "spec": str(source),
        "output": str(folder / style),
        "package.name": f"{name}_{style}",
        "package.client_class": "Served",
        "style.layout": "flat",
        "style.formatter": "none",
    }
    if style != "pydantic":
        settings |= {"models.backend": "datamodel-code-generator", "models.style": style}
    pipeline.generate(config.from_options(settings))
    return f"{name}_{style}"


class Talk:
    """One client and a way to call it: plainly, or awaited on one loop."""

    def __init__(self, package: ModuleType, asynchronous: bool, url: str, **settings: Any) -> None:
        self.package = package
        self.asynchronous = asynchronous
        self.errors: Any = importlib.import_module(f"{package.__name__}.errors")
        oauth = package.ClientCredentials("user", SECRET, in_body=True)
        given = {"server_url": url, **CREDENTIALS, "oauth": oauth, **settings}
        self.client = package.Served(**given)
        self._runner = asyncio.Runner()

    def call(self, method: str, **arguments: Any) -> Any:
        """The result; of a stream, the list of its events."""
        found = getattr(self.client.api, method + ("_async" if self.asynchronous else ""))
        if not self.asynchronous:
            result = found(**arguments)
            return list(result) if method in ("watch", "rows") else result
        return self._runner.run(self._awaited(found(**arguments), method))

    def second_page(self, page: Any) -> Any:
        """The page after a page."""
        if not self.asynchronous:
            return page.next_page()
        return self._runner.run(self._awaited(page.next_page_async(), ""))

    def pieces(self, method: str, how: str = "iter_text") -> Any:
        """The body of an answer that is not read at once, put together again."""
        found = getattr(
            self.client.api.with_streaming_response, method + "_async" * self.asynchronous
        )
        if not self.asynchronous:
            with found() as answer:
                pieces = list(getattr(answer, how)())
        else:
            pieces = self._runner.run(self._collected(found, how))
        return pieces[0][:0].join(pieces) if pieces else ""

    async def _collected(self, found: Any, how: str) -> list[Any]:
        async with found() as answer:
            return [piece async for piece in getattr(answer, how)()]

    async def _awaited(self, under_way: Any, method: str) -> Any:
        result = await under_way
        return [event async for event in result] if method in ("watch", "rows") else result

    def close(self) -> None:
        """Let go of the connections."""
        if self.asynchronous:
            self._runner.run(self.client.aclose())
        else:
            self.client.close()
        self._runner.close()


@contextmanager
def talking(package: ModuleType, asynchronous: bool, url: str, **settings: Any) -> Iterator[Talk]:
    """A client for the time of a `with` statement."""
    talk = Talk(package, asynchronous, url, **settings)
    try:
        yield talk
    finally:
        talk.close()


def forms(secret: str = SECRET) -> tuple[str, ...]:
    """How a secret may look on the wire."""
    pair = base64.b64encode(f"user:{secret}".encode()).decode()
    return secret, quote(secret, safe=""), pair, quote(pair, safe="")


def token_reply() -> Reply:
    """What the token endpoint answers: the secret is the token as well."""
    return json_reply({"access_token": SECRET, "expires_in": 3600})
