"""Documents that grow in one direction each, and documents that made merging explode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Document = dict[str, Any]
OBJECT: Document = {"type": "object", "properties": {"a": {"type": "string"}}}


def _base(**more: Any) -> Document:
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, **more}


def _operation(index: int, **more: Any) -> Document:
    return {"operationId": f"op{index}", "responses": {"200": {"description": "d"}}, **more}


def _ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(schema: Any) -> Document:
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "d", "content": content}}}


def _schemas(schemas: Document, root: Any = None) -> Document:
    paths = {"/r": {"get": _operation(0, **(_answer(root) if root else {}))}}
    return _base(paths=paths, components={"schemas": schemas})


def schemas(n: int) -> Document:
    return _schemas({f"S{i}": OBJECT for i in range(n)})


def chain_refs(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {"type": "object", "properties": {"next": _ref(f"S{(i + 1) % n}")}}
            for i in range(n)
        },
        _ref("S0"),
    )


def operations(n: int) -> Document:
    return _base(paths={f"/p{i}": {"get": _operation(i)} for i in range(n)})


def tags_models(n: int) -> Document:
    return _base(
        paths={
            f"/p{i}": {"get": _operation(i, tags=[f"t{i}"], **_answer(_ref(f"S{i}")))}
            for i in range(n)
        },
        components={"schemas": {f"S{i}": OBJECT for i in range(n)}},
    )


def tags_shared(n: int) -> Document:
    return _base(
        paths={
            f"/p{i}": {"get": _operation(i, tags=[f"t{i}"], **_answer(_ref("S0")))}
            for i in range(n)
        },
        components={
            "schemas": {
                f"S{i}": {"type": "object", "properties": {"next": _ref(f"S{i + 1}")}}
                if i + 1 < n
                else OBJECT
                for i in range(n)
            }
        },
    )


def properties(n: int) -> Document:
    return _schemas(
        {"S": {"type": "object", "properties": {f"p{i}": {"type": "string"} for i in range(n)}}},
        _ref("S"),
    )


def required(n: int) -> Document:
    return _schemas(
        {
            "S": {
                "type": "object",
                "required": [f"p{i}" for i in range(n)],
                "properties": {f"p{i}": {"type": "string"} for i in range(n)},
            }
        },
        _ref("S"),
    )


def union_objects(n: int) -> Document:
    return _schemas(
        {
            **{
                f"S{i}": {"type": "object", "properties": {f"k{i}": {"type": "string"}}}
                for i in range(n)
            },
            "U": {"anyOf": [_ref(f"S{i}") for i in range(n)]},
        },
        _ref("U"),
    )


def union_tagged(n: int) -> Document:
    return _schemas(
        {
            **{
                f"S{i}": {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"const": f"k{i}"}},
                }
                for i in range(n)
            },
            "U": {
                "oneOf": [_ref(f"S{i}") for i in range(n)],
                "discriminator": {"propertyName": "type"},
            },
        },
        _ref("U"),
    )


def union_consts(n: int) -> Document:
    return _schemas({"U": {"anyOf": [{"const": f"v{i}"} for i in range(n)]}}, _ref("U"))


def union_inline(n: int) -> Document:
    return _schemas(
        {
            "U": {
                "anyOf": [
                    {"type": "object", "properties": {f"k{i}": {"type": "string"}}}
                    for i in range(n)
                ]
            }
        },
        _ref("U"),
    )


def unions_beside(n: int) -> Document:
    return _schemas(
        {
            **{
                f"S{i}": {"type": "object", "properties": {f"k{i}": {"type": "string"}}}
                for i in range(n)
            },
            "U": {
                "type": "object",
                "properties": {"x": {"type": "string"}},
                "anyOf": [_ref(f"S{i}") for i in range(n)],
            },
        },
        _ref("U"),
    )


def enum(n: int) -> Document:
    return _schemas({"S": {"type": "string", "enum": [f"v{i}" for i in range(n)]}}, _ref("S"))


def description(n: int) -> Document:
    return _schemas(
        {
            "S": {
                "type": "object",
                "description": "some words here " * n,
                "properties": {"a": {"type": "string", "description": "other words " * n}},
            }
        },
        _ref("S"),
    )


def description_lines(n: int) -> Document:
    return _schemas({"S": {"type": "object", "description": "- a | b\n" * n}}, _ref("S"))


def parameters(n: int) -> Document:
    return _base(
        paths={
            "/p": {
                "get": _operation(
                    0,
                    parameters=[
                        {"name": f"q{i}", "in": "query", "schema": {"type": "string"}}
                        for i in range(n)
                    ],
                )
            }
        }
    )


def body_fields(n: int) -> Document:
    return _base(
        paths={
            "/p": {
                "post": _operation(
                    0,
                    requestBody={
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {f"p{i}": {"type": "string"} for i in range(n)},
                                }
                            }
                        }
                    },
                )
            }
        }
    )


def form_fields(n: int) -> Document:
    return _base(
        paths={
            "/p": {
                "post": _operation(
                    0,
                    requestBody={
                        "content": {
                            "multipart/form-data": {
                                "schema": {
                                    "type": "object",
                                    "properties": {
                                        f"p{i}": {"type": "string", "format": "binary"}
                                        for i in range(n)
                                    },
                                }
                            }
                        }
                    },
                )
            }
        }
    )


def media_types(n: int) -> Document:
    return _base(
        paths={
            "/p": {
                "get": _operation(
                    0,
                    responses={
                        "200": {
                            "description": "d",
                            "content": {
                                f"application/x{i}+json": {"schema": OBJECT} for i in range(n)
                            },
                        }
                    },
                )
            }
        }
    )


def findings(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {"type": "object", "bogus": 1, "properties": {"a": {"type": "wrong"}}}
            for i in range(n)
        }
    )


def allof_chain_plain(n: int) -> Document:
    return _schemas(
        {f"S{i}": {"allOf": [_ref(f"S{i + 1}")]} if i + 1 < n else OBJECT for i in range(n)},
        _ref("S0"),
    )


def allof_wide(n: int) -> Document:
    return _schemas(
        {
            **{
                f"S{i}": {"type": "object", "properties": {f"p{i}": {"type": "string"}}}
                for i in range(n)
            },
            "T": {"allOf": [_ref(f"S{i}") for i in range(n)]},
        },
        _ref("T"),
    )


def allof_wide_same(n: int) -> Document:
    return _schemas(
        {
            **{
                f"S{i}": {
                    "type": "object",
                    "properties": {
                        "p": {"type": "object", "properties": {f"q{i}": {"type": "string"}}}
                    },
                }
                for i in range(n)
            },
            "T": {"allOf": [_ref(f"S{i}") for i in range(n)]},
        },
        _ref("T"),
    )


def doubling_anyof(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "anyOf": [
                    {"type": "object", "properties": {"a": _ref(f"S{i + 1}")}},
                    {"type": "array", "items": _ref(f"S{i + 1}")},
                ]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        },
        _ref("S0"),
    )


def children(n: int) -> Document:
    return _schemas(
        {
            "B": {
                "type": "object",
                "required": ["t"],
                "properties": {"t": {"type": "string"}},
                "discriminator": {"propertyName": "t"},
            },
            **{
                f"S{i}": {
                    "allOf": [
                        _ref("B"),
                        {"type": "object", "properties": {f"p{i}": {"type": "string"}}},
                    ]
                }
                for i in range(n)
            },
        },
        _ref("B"),
    )


def servers(n: int) -> Document:
    return _base(servers=[{"url": f"https://h{i}.example"} for i in range(n)])


def same_names(n: int) -> Document:
    return _base(
        paths={
            f"/p{i}": {"get": {"operationId": "get", "responses": {"200": {"description": "d"}}}}
            for i in range(n)
        }
    )


def clashing_inline(n: int) -> Document:
    return _base(
        paths={
            f"/p{i}": {
                "get": _operation(
                    i,
                    **_answer(
                        {
                            "type": "object",
                            "title": "Same",
                            "properties": {f"a{i}": {"type": "string"}},
                        }
                    ),
                )
            }
            for i in range(n)
        }
    )


def examples(n: int) -> Document:
    return _schemas(
        {
            "S": {
                "type": "object",
                "properties": {"a": {"type": "string"}},
                "examples": [{"a": f"v{i}"} for i in range(n)],
            }
        },
        _ref("S"),
    )


def fan(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "type": "object",
                "properties": {f"p{j}": _ref(f"S{(i + j) % n}") for j in range(8)},
            }
            for i in range(n)
        },
        _ref("S0"),
    )


def ids(n: int) -> Document:
    return _schemas({f"S{i}": {"$id": f"https://e.example/s{i}", **OBJECT} for i in range(n)})


def anchors(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "$anchor": f"a{i}",
                "type": "object",
                "properties": {"n": {"$ref": f"#a{(i + 1) % n}"}},
            }
            for i in range(n)
        }
    )


def webhooks(n: int) -> Document:
    return _base(webhooks={f"w{i}": {"post": _operation(i)} for i in range(n)})


def headers(n: int) -> Document:
    return _base(
        paths={
            "/p": {
                "get": _operation(
                    0,
                    responses={
                        "200": {
                            "description": "d",
                            "headers": {f"X-{i}": {"schema": {"type": "string"}} for i in range(n)},
                        }
                    },
                )
            }
        }
    )


def paged(n: int) -> Document:
    return _base(
        paths={
            f"/p{i}": {
                "get": _operation(
                    i,
                    tags=[f"t{i}"],
                    parameters=[{"name": "page", "in": "query", "schema": {"type": "integer"}}],
                    **_answer(
                        {
                            "type": "object",
                            "properties": {
                                "items": {"type": "array", "items": OBJECT},
                                "total_pages": {"type": "integer"},
                            },
                        }
                    ),
                )
            }
            for i in range(n)
        }
    )


def doubling(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "allOf": [_ref(f"S{i + 1}"), {"anyOf": [_ref(f"S{i + 1}"), _ref(f"S{i + 1}")]}]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        },
        _ref("S0"),
    )


def doubling_two(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "allOf": [
                    _ref(f"S{i + 1}"),
                    {
                        "anyOf": [
                            _ref(f"S{i + 1}"),
                            {
                                "type": "object",
                                "required": [f"r{i}"],
                                "properties": {f"r{i}": _ref(f"S{i + 1}")},
                            },
                        ]
                    },
                ]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        },
        _ref("S0"),
    )


def unions_met(n: int) -> Document:
    return _schemas(
        {
            "T": {
                "allOf": [
                    {
                        "anyOf": [
                            {"type": "object", "properties": {f"a{i}": {"type": "string"}}},
                            {"type": "object", "properties": {f"b{i}": {"type": "string"}}},
                        ]
                    }
                    for i in range(n)
                ]
            }
        },
        _ref("T"),
    )


def unions_met_named(n: int) -> Document:
    return _schemas(
        {
            **{
                f"U{i}": {
                    "oneOf": [
                        {"type": "object", "properties": {f"a{i}": {"type": "string"}}},
                        {"type": "object", "properties": {f"b{i}": {"type": "string"}}},
                    ]
                }
                for i in range(n)
            },
            "T": {"allOf": [_ref(f"U{i}") for i in range(n)]},
        },
        _ref("T"),
    )


def union_dag(n: int) -> Document:
    return _schemas({"S": {"anyOf": [{"type": "string"}, {"$ref": "#/x-u/0"}]}}, _ref("S")) | {
        "x-u": [
            {
                "anyOf": [
                    {"$ref": f"#/x-u/{i + 1}"},
                    {
                        "anyOf": [
                            {"$ref": f"#/x-u/{i + 1}"},
                            {"type": "object", "properties": {f"k{i}": {"type": "string"}}},
                        ]
                    },
                ]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        ]
    }


def allof_chain(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "allOf": [
                    _ref(f"S{i + 1}"),
                    {"type": "object", "properties": {f"p{i}": {"type": "string"}}},
                ]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        },
        _ref("S0"),
    )


def allof_same_property(n: int) -> Document:
    return _schemas(
        {
            f"S{i}": {
                "allOf": [
                    _ref(f"S{i + 1}"),
                    {
                        "type": "object",
                        "properties": {
                            "p": {"type": "object", "properties": {f"q{i}": {"type": "string"}}}
                        },
                    },
                ]
            }
            if i + 1 < n
            else OBJECT
            for i in range(n)
        },
        _ref("S0"),
    )


GROWING: tuple[Callable[[int], Document], ...] = (
    schemas,
    chain_refs,
    operations,
    tags_models,
    tags_shared,
    properties,
    required,
    union_objects,
    union_tagged,
    union_consts,
    union_inline,
    unions_beside,
    enum,
    description,
    description_lines,
    parameters,
    body_fields,
    form_fields,
    media_types,
    findings,
    allof_chain_plain,
    allof_wide,
    allof_wide_same,
    doubling_anyof,
    children,
    servers,
    same_names,
    clashing_inline,
    examples,
    fan,
    ids,
    anchors,
    webhooks,
    headers,
    paged,
)
EXPLODING: tuple[Callable[[int], Document], ...] = (
    doubling,
    doubling_two,
    unions_met,
    unions_met_named,
    union_dag,
    allof_chain,
    allof_same_property,
)
