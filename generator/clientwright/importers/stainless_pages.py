"""`pagination` of `stainless.yml`: how pages follow each other, in the terms of `x-clientwright-pagination`.

https://www.stainless.com/docs/reference/config#pagination

    {type: cursor, request: {after: {x-stainless-pagination-property: {purpose: next_cursor_param}}}, response: ...}
    {type: cursor, inputs: [{name: after, type: cursor, in: parameters}], outputs: {results: $['data'], ...}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clientwright.importers.imported import mapping, name_in_path, text

_PROPERTY = "x-stainless-pagination-property"
_PLACES = {"query": "parameters", "body": "requestBody"}

# type -> our type, and what of the request and of the response means what here: (purpose, our name)
_TYPES: Mapping[str, tuple[str, tuple[str, str], tuple[str, str]]] = {
    "cursor": (
        "cursor",
        ("next_cursor_param", "cursor"),
        ("next_cursor_field", "nextCursor"),
    ),
    "cursor_id": (
        "cursor",
        ("next_cursor_id_param", "cursor"),
        ("cursor_item_id", "nextCursor"),
    ),
    "cursor_url": ("url", ("", ""), ("cursor_url_field", "nextUrl")),
    "offset": (
        "offsetLimit",
        ("offset_count_param", "offset"),
        ("offset_total_count_field", "total"),
    ),
    "page_number": (
        "offsetLimit",
        ("page_number_param", "page"),
        ("total_page_count_field", "numPages"),
    ),
}


class Unlike(Exception):
    """A scheme that means something which is not there here; the message says what."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the answer: its JSONPath, its type, and what it is for."""

    path: str
    type: str
    purpose: str


def pagination(scheme: Mapping[str, Any]) -> dict[str, Any]:
    """Give a scheme in our terms. Raises `Unlike`."""
    kind = text(scheme.get("type"))
    if kind not in _TYPES:
        raise Unlike(f"there is nothing like the type {kind!r} here")
    ours, (given, role), (found, output) = _TYPES[kind]
    inputs: list[dict[str, str]] = []
    for name, parameter in mapping(scheme.get("request")).items():
        if role and _purpose(parameter) == given:
            place = _PLACES.get(text(scheme.get("param_location")))
            inputs.append({"name": name, "type": role, **({"in": place} if place else {})})
    if role and not inputs:
        raise Unlike(f"no parameter has the purpose {given}")
    fields = list(_fields("$", mapping(scheme.get("response"))))
    outputs = _outputs(fields, found, output)
    if ours != "offsetLimit" and output not in outputs:
        raise Unlike(f"no field of the answer has the purpose {found}")
    return {
        "type": ours,
        **({"inputs": inputs} if inputs else {}),
        **({"outputs": outputs} if outputs else {}),
    }


def _outputs(fields: list[_Field], found: str, output: str) -> dict[str, str]:
    items = [field.path for field in fields if field.purpose == "items"]
    items += [field.path for field in fields if field.type == "array" and not field.purpose]
    outputs = {"results": items[0]} if items else {}
    for purpose, name in ((found, output), ("has_next_page", "hasMore")):
        places = [field.path for field in fields if field.purpose == purpose]
        if places:
            outputs[name] = places[0]
    return outputs


def _fields(at: str, properties: Mapping[str, Any]) -> Iterator[_Field]:
    """The fields of an answer at any depth; those of an array's items are of its last item."""
    for name, value in properties.items():
        field = mapping(value)
        settings = mapping(field.get(_PROPERTY))
        if settings.get("from_header"):
            raise Unlike("it takes a value from a header")
        path = at if settings.get("is_top_level_array") is True else f"{at}{name_in_path(name)}"
        yield _Field(path, text(field.get("type")), text(settings.get("purpose")))
        yield from _fields(path, mapping(field.get("properties")))
        yield from _fields(f"{path}[-1]", mapping(mapping(field.get("items")).get("properties")))


def _purpose(parameter: Any) -> str:
    return text(mapping(mapping(parameter).get(_PROPERTY)).get("purpose"))
