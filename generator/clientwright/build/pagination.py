"""Pagination: how the pages of a list follow each other, as `x-clientwright-pagination` tells it.

The extension is an object:

- `type`: `page` or `offset` (also `offsetLimit`, for both), `cursor`, `url`, or `linkHeader` (the next page is the `Link` header's `rel="next"`, RFC 8288);
- `inputs`: a list of `{name, in, type}`; `in` is `parameters` or `requestBody` (either, when it is absent), `type` is `page`, `offset`, `limit` or `cursor`;
- `outputs`: JSONPaths (RFC 9535) of names and indexes into the answer: `results`, `nextCursor`, `nextUrl`, `numPages`, `hasMore`, `total`.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from clientwright.build.findings import Findings
from clientwright.build.likely_pages import likely_pagination
from clientwright.build.types import Types
from clientwright.build.value_shapes import object_model, property_named, unwrapped
from clientwright.ir import operations as ir
from clientwright.ir.models import ObjectModel
from clientwright.ir.types import AnyType, Array, Map, Named, Tuple, Type

PAGINATION = "x-clientwright-pagination"
_Kind: TypeAlias = Literal["cursor", "page", "offset", "url"]
_Role: TypeAlias = Literal["cursor", "page", "offset", "limit"]
_ROLES: Mapping[str, _Role] = {
    "cursor": "cursor",
    "page": "page",
    "offset": "offset",
    "limit": "limit",
}
_DEPTH = 8
_STEP = re.compile(
    r"""\.(?P<name>[^\s.\[\]'"*?]+)|\[(?P<index>-?\d+)(?P<slice>:)?\]|\[(?P<quote>['"])(?P<quoted>(?:(?!(?P=quote)).)*)(?P=quote)\]"""
)


class _Unfit(Exception):
    """The extension does not fit the operation; the message says why."""


@dataclass(frozen=True, slots=True)
class Pageable:
    """What of an operation pagination is about: its arguments and what a success returns."""

    parameters: tuple[ir.Parameter, ...]
    body: ir.Body | None
    responses: tuple[ir.Response, ...]


def pagination_of(
    value: Any, operation: Pageable, types: Types, findings: Findings, pointer: str
) -> ir.Pagination | None:
    """Build the pagination that the extension `value` describes.

    None, with a finding, when it does not fit the operation. Without an extension a finding says what one could be.
    """
    if value is None:
        _suggest(operation, types, findings, pointer)
    if value is None or value is False:
        return None
    try:
        return _pagination(value, operation, types)
    except _Unfit as problem:
        findings.degraded(
            "pagination-unfit",
            pointer,
            f"{PAGINATION} does not fit the operation: {problem}",
            "the method returns one page; correct the extension to have all of them",
        )
        return None


def _suggest(operation: Pageable, types: Types, findings: Findings, pointer: str) -> None:
    """Say of a list that looks like pages what an overlay could declare."""
    likely = likely_pagination(operation.parameters, operation.responses, types)
    if likely is None:
        return
    try:
        found = _pagination(likely, operation, types)
    except _Unfit:
        return
    names = [item.wire_name for item in found.inputs if item.role != "limit"]
    by = f"`{names[0]}`" if names else "a link"
    findings.info(
        "pages-not-declared",
        pointer,
        f"this list looks like pages that follow each other by {by}, and nothing says so: the method returns one page",
        f"if it is so, declare it by an overlay; {PAGINATION}: false says that it is all there is",
        json.dumps({PAGINATION: likely}),
    )


def _pagination(value: Any, operation: Pageable, types: Types) -> ir.Pagination:
    settings = _mapping(value, "it")
    outputs = {
        key: _path(path, key)
        for key, path in _mapping(settings.get("outputs", {}), "outputs").items()
    }
    inputs = _inputs(settings.get("inputs", []), operation, types)
    kind = _kind(settings.get("type"), inputs)
    link_header = settings.get("type") == "linkHeader"
    if not link_header:
        _require_parts(kind, inputs, outputs)
    answer = _answer(operation, types)
    items = outputs["results"] if "results" in outputs else _only_array(answer, types)
    listed = unwrapped(_at(answer, items, types), types)
    if not isinstance(listed, Array):
        raise _Unfit(f"{_written(items)} is no array in the answer")
    for key in ("nextCursor", "nextUrl", "numPages", "hasMore", "total"):
        if key in outputs:
            _at(answer, outputs[key], types)
    return ir.Pagination(
        kind=kind,
        inputs=inputs,
        items=items,
        item=listed.items,
        next_cursor=outputs.get("nextCursor", ()),
        next_url=outputs.get("nextUrl", ()),
        has_more=outputs.get("hasMore", ()),
        page_count=outputs.get("numPages", ()),
        total=outputs.get("total", ()),
        first_page=_first_page(settings, inputs, operation, types) if kind == "page" else 0,
        link_header=link_header,
    )


def _mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Unfit(f"{what} is no object")
    return {str(key): item for key, item in cast("dict[Any, Any]", value).items()}


def _kind(given: Any, inputs: tuple[ir.PaginationInput, ...]) -> _Kind:
    roles = {item.role for item in inputs}
    match given:
        case "cursor" | "url":
            return given
        case "linkHeader":
            return "url"
        case "offsetLimit" | "offset" | "page":
            return "page" if "page" in roles else "offset"
        case _:
            raise _Unfit(f"type {given!r} is none of page, offset, cursor, url and linkHeader")


def _require_parts(
    kind: _Kind, inputs: tuple[ir.PaginationInput, ...], outputs: Mapping[str, ir.ValuePath]
) -> None:
    if kind == "url":
        if not outputs.get("nextUrl"):
            raise _Unfit("outputs has no nextUrl")
        return
    if kind not in {item.role for item in inputs}:
        raise _Unfit(f"inputs has none of type {kind}")
    if kind == "cursor" and not outputs.get("nextCursor"):
        raise _Unfit("outputs has no nextCursor")


def _inputs(value: Any, operation: Pageable, types: Types) -> tuple[ir.PaginationInput, ...]:
    if not isinstance(value, list):
        raise _Unfit("inputs is no list")
    return tuple(
        _input(_mapping(item, "an input"), operation, types) for item in cast("list[Any]", value)
    )


def _input(item: Mapping[str, Any], operation: Pageable, types: Types) -> ir.PaginationInput:
    name, role = item.get("name"), _ROLES.get(str(item.get("type")))
    if not isinstance(name, str) or role is None:
        raise _Unfit("an input has no name, or a type other than page, offset, limit and cursor")
    place = item.get("in")
    if place != "requestBody":
        for by_wire in (True, False):
            for parameter in operation.parameters:
                if name == (parameter.wire_name if by_wire else parameter.name):
                    return ir.PaginationInput(
                        parameter.name, parameter.wire_name, "parameter", role
                    )
    if place != "parameters":
        code_name = _body_property(operation.body, name, types)
        if code_name is not None:
            return ir.PaginationInput(code_name, name, "body", role)
    where = {"parameters": "parameter", "requestBody": "property of the body"}.get(
        str(place), "argument"
    )
    known = [parameter.wire_name for parameter in operation.parameters]
    model = _body_model(operation.body, types)
    known += [item.wire_name for item in model.properties] if model is not None else []
    near = difflib.get_close_matches(name, known, n=1)
    guess = f"; did you mean {near[0]!r}?" if near else ""
    raise _Unfit(f"there is no {where} {name!r}{guess}")


def _body_model(body: ir.Body | None, types: Types) -> ObjectModel | None:
    if body is None or not body.contents:
        return None
    return object_model(unwrapped(body.contents[0].type, types), types)


def _body_property(body: ir.Body | None, wire_name: str, types: Types) -> str | None:
    model = _body_model(body, types)
    found = property_named(model, wire_name) if model is not None else None
    return found.name if found is not None else None


def _path(value: Any, key: str) -> ir.ValuePath:
    """Read a JSONPath of names and indexes: `$.data`, `$['data'][-1].id`; a trailing `[*]` adds nothing to an array."""
    if not isinstance(value, str) or not value.strip():
        raise _Unfit(f"outputs.{key} is no JSONPath")
    text = value.strip().removesuffix("[*]").removesuffix(".*")
    text = text.removeprefix("$")
    if text and text[0] not in ".[":
        text = "." + text
    steps: list[str | int] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise _Unfit(f"outputs.{key}: {value!r} is no JSONPath of names and indexes alone")
        if match["index"] is not None:
            steps.append(int(match["index"]))
        else:
            steps.append(match["name"] if match["name"] is not None else match["quoted"])
        at = match.end()
    return tuple(steps)


def _written(path: ir.ValuePath) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _answer(operation: Pageable, types: Types) -> Type:
    """Return the type of a page: one object or array, whatever the status."""
    found = {
        content.type: None
        for response in operation.responses
        for content in response.contents
        if not response.error and content.kind == "json"
    }
    if not found:
        raise _Unfit("no success answers with JSON")
    answer = next(iter(found))
    if len(found) > 1:
        raise _Unfit("its successes answer with several types")
    if not isinstance(types.resolve(answer), Array) and object_model(answer, types) is None:
        raise _Unfit("its answer is neither always an object nor always an array")
    return answer


def _at(type_: Type, path: ir.ValuePath, types: Types) -> Type:
    """Return the type at `path` within a value of `type_`."""
    for position, step in enumerate(path):
        found = _step(unwrapped(type_, types), step, types)
        if found is None:
            raise _Unfit(f"the answer has no {_written(path[: position + 1])}")
        type_ = found
    return type_


def _step(type_: Type, step: str | int, types: Types, depth: int = 0) -> Type | None:
    match type_:
        case AnyType():
            return type_
        case Array():
            return type_.items if isinstance(step, int) else None
        case Tuple():
            within = isinstance(step, int) and -len(type_.items) <= step < len(type_.items)
            return type_.items[step] if within and isinstance(step, int) else type_.rest
        case Map():
            return type_.values if isinstance(step, str) else None
        case Named() if isinstance(step, str):
            return _property_type(type_, step, types, depth)
        case _:
            return None


def _property_type(type_: Named, step: str, types: Types, depth: int) -> Type | None:
    model = types.model(type_.name)
    if model.kind == "union" and depth < _DEPTH:
        members = (unwrapped(member.type, types) for member in model.members)
        steps = (_step(member, step, types, depth + 1) for member in members)
        return next((found for found in steps if found is not None), None)
    if model.kind != "object":
        return None
    found = property_named(model, step)
    return found.type if found is not None else model.additional


def _only_array(answer: Type, types: Types) -> ir.ValuePath:
    """Return where the items are when the extension does not say: the answer itself, or its only array."""
    inner = unwrapped(answer, types)
    if isinstance(inner, Array):
        return ()
    model = object_model(inner, types)
    arrays = [
        item.wire_name
        for item in (model.properties if model is not None else ())
        if isinstance(unwrapped(item.type, types), Array)
    ]
    if len(arrays) != 1:
        raise _Unfit("outputs has no results, and the answer has not just one array")
    return (arrays[0],)


def _first_page(
    settings: Mapping[str, Any],
    inputs: tuple[ir.PaginationInput, ...],
    operation: Pageable,
    types: Types,
) -> int:
    """Return the number of the first page: said, or the default or minimum of the argument, or 1."""
    said = settings.get("firstPage")
    if isinstance(said, int) and not isinstance(said, bool):
        return said
    page = next(item for item in inputs if item.role == "page")
    argument: ir.Parameter | Any | None = next(
        (
            item
            for item in operation.parameters
            if page.location == "parameter" and item.name == page.name
        ),
        None,
    )
    if page.location == "body":
        model = _body_model(operation.body, types)
        argument = property_named(model, page.wire_name) if model is not None else None
    if argument is None:
        return 1
    for given in (argument.default, dict(argument.constraints).get("minimum")):
        if isinstance(given, int) and not isinstance(given, bool):
            return given
    return 1
