"""A call of an example as the HTTP request that it becomes, for samples of curl and for the tests of a package.

conversations.get("conv 1", page=2)     GET /v1/conversations/conv%201    [("page", "2")]
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import parse_qsl, quote

from clientwright.ir import Array, BodyContent, Constant, Nullable, Operation, Parameter, Type
from clientwright.targets.python.arguments import body_model
from clientwright.targets.python.examples import Given
from clientwright.targets.python.types import Registry

Pairs = tuple[tuple[str, str], ...]

# What stands between the items of an array that is one value.
_JOINTS = {"spaceDelimited": " ", "pipeDelimited": "|"}


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request. `path` is percent-encoded, the other texts are not; `content` is None when there is no body.

    `exact` says that the query is known to the letter: not so for parameters that describe the whole of it.
    """

    method: str
    path: str
    query: Pairs
    headers: Pairs
    cookies: Pairs
    content: BodyContent | None
    body: Any
    exact: bool


def write(operation: Operation, given: Sequence[Given], registry: Registry) -> Request:
    """Write the request of a call with these arguments, what is always sent included."""
    values: dict[int, Any] = {id(item.argument.source): item.value for item in given}
    path = operation.path
    found: dict[str, list[tuple[str, str]]] = {"query": [], "header": [], "cookie": []}
    for parameter in operation.parameters:
        if id(parameter) in values:
            value = values[id(parameter)]
        elif parameter.constant:
            value = _constant(parameter)
        else:
            continue
        if parameter.location == "path":
            path = path.replace("{" + parameter.wire_name + "}", _in_path(parameter, value))
        elif parameter.location != "querystring":
            found[parameter.location] += _pairs(parameter, value)
    content, body = _body(operation, given, registry)
    path, _, fixed = path.partition("?")
    return Request(
        method=operation.method,
        path=path,
        query=(*parse_qsl(fixed, keep_blank_values=True), *found["query"]),
        headers=tuple(found["header"]),
        cookies=tuple(found["cookie"]),
        content=content,
        body=body,
        exact=all(item.location != "querystring" for item in operation.parameters),
    )


def _constant(item: Parameter) -> Any:
    inner = item.type.inner if isinstance(item.type, Nullable) else item.type
    return [_only(inner.items)] if isinstance(inner, Array) else _only(inner)


def _only(type_: Type) -> Any:
    """Give the one value of a type."""
    inner = type_.inner if isinstance(type_, Nullable) else type_
    return inner.value if isinstance(inner, Constant) else None


def _body(
    operation: Operation, given: Sequence[Given], registry: Registry
) -> tuple[BodyContent | None, Any]:
    """Put the body together, with the constants of its object."""
    body = operation.body
    if body is None or not body.contents:
        return None, None
    content = body.contents[0]
    for item in given:
        if item.argument.location == "body":
            return content, item.value
    model = body_model(operation, registry)
    if model is None:
        return None, None
    fields = {
        item.argument.wire_name: item.value
        for item in given
        if item.argument.location == "body-field"
    }
    constants = {
        item.wire_name: item.only
        for item in model.properties
        if item.constant and not item.read_only
    }
    whole = {**constants, **fields, **dict(operation.pinned)}
    if not whole and not body.required:
        return None, None
    return content, {
        item.wire_name: whole[item.wire_name]
        for item in model.properties
        if item.wire_name in whole
    } | whole


def text_of(value: Any) -> str:
    """Write a scalar as parameters and forms have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, Mapping | list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value)


def _in_path(item: Parameter, value: Any) -> str:
    """Write a path parameter (https://spec.openapis.org/oas/v3.2.0.html#style-values)."""
    if item.media_type:
        return quote(json.dumps(value, ensure_ascii=False, separators=(",", ":")), safe="")
    first, between = {"label": (".", "."), "matrix": (";", ";")}.get(item.style, ("", ","))
    if isinstance(value, Mapping):
        fields = cast(Mapping[str, Any], value)
        texts = [(_quoted(name), _quoted(text_of(each))) for name, each in fields.items()]
        if item.explode:
            return first + between.join(f"{name}={each}" for name, each in texts)
        joined = ",".join(part for pair in texts for part in pair)
    elif isinstance(value, list):
        parts = [_quoted(text_of(each)) for each in cast(list[Any], value)]
        if item.explode and item.style == "matrix":
            return "".join(f";{item.wire_name}={part}" for part in parts)
        joined = (between if item.explode else ",").join(parts)
    else:
        joined = _quoted(text_of(value))
    return f";{item.wire_name}={joined}" if item.style == "matrix" else first + joined


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _pairs(item: Parameter, value: Any) -> list[tuple[str, str]]:
    """Write a parameter of the query, a header or a cookie as pairs, not encoded."""
    name = item.wire_name
    if item.media_type:
        return [(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))]
    if isinstance(value, Mapping):
        fields = [(key, text_of(each)) for key, each in cast(Mapping[str, Any], value).items()]
        if item.style == "deepObject":
            return [(f"{name}[{key}]", each) for key, each in fields]
        if item.explode and item.location == "query":
            return fields
        if item.explode:
            return [(name, ",".join(f"{key}={each}" for key, each in fields))]
        return [(name, ",".join(part for pair in fields for part in pair))]
    if isinstance(value, list):
        texts = [text_of(each) for each in cast(list[Any], value)]
        if item.explode and item.location == "query":
            return [(name, each) for each in texts]
        return [(name, _JOINTS.get(item.style, ",").join(texts))]
    return [(name, text_of(value))]
