"""Lists that look like pages although nothing says so: what `x-clientwright-pagination` could say of them.

A guess is never followed by itself. It is a finding, from which `clientwright overlay suggest` makes an overlay to agree to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clientwright.build.types import Types
from clientwright.build.value_shapes import object_model, unwrapped
from clientwright.ir import operations as ir
from clientwright.ir.models import ObjectModel, Property
from clientwright.ir.types import Array, Scalar

_CURSORS = (
    "cursor",
    "after",
    "page_token",
    "starting_after",
    "next_token",
    "continuation_token",
    "page_cursor",
    "next_cursor",
)
_PAGES = ("page", "page_number", "page_num", "page_no")
_OFFSETS = ("offset", "skip")
_LIMITS = ("limit", "page_size", "per_page", "size", "max_results", "count")
_ITEMS = ("data", "items", "results", "entries", "records", "values")
_NEXT_CURSORS = (
    "next_cursor",
    "next_page_token",
    "next_page_cursor",
    "next_token",
    "continuation_token",
    "end_cursor",
    "cursor",
    "next",
)
_NEXT_URLS = ("next", "next_url", "next_link", "next_page_url", "next_page")
# What `after` names is the last item of a page rather than the page that follows.
_LAST_ITEMS = ("last_id", "last")
_MORE = ("has_more", "has_next", "has_next_page")
_TOTALS = ("total", "total_count", "total_items")
_PAGE_COUNTS = ("total_pages", "page_count", "num_pages", "pages")
_HOLDERS = ("meta", "pagination", "paging", "page_info", "metadata")


def likely_pagination(
    parameters: Iterable[ir.Parameter], responses: Iterable[ir.Response], types: Types
) -> dict[str, Any] | None:
    """Return the extension that would describe a list with these query parameters and answers; None when it is no list of pages."""
    queries = {_plain(item.wire_name): item.wire_name for item in parameters if _is_asked(item)}
    answer = next(_answers(responses), None)
    if answer is None:
        return None
    if isinstance(types.resolve(answer), Array):
        return _by_number(queries, {"results": "$"}, {})
    model = object_model(answer, types)
    items = None if model is None else _items(model, types)
    if model is None or items is None:
        return None
    found = _places(model, types, frozenset())
    texts = _places(model, types, frozenset({"boolean", "number"}))
    outputs = {"results": f"$.{items}"}
    return (
        _by_cursor(queries, outputs, found, texts)
        or _by_number(queries, outputs, found)
        or _by_link(outputs, _places(model, types, frozenset({"boolean", "number", "integer"})))
    )


def _is_asked(parameter: ir.Parameter) -> bool:
    return parameter.location == "query" and not parameter.constant


def _plain(name: str) -> str:
    """`pageToken`, `page[token]` and `page-token` as `page_token`."""
    spaced = "".join(f"_{each.lower()}" if each.isupper() else each for each in name)
    words = "".join(each if each.isalnum() else " " for each in spaced).split()
    return "_".join(words)


def _answers(responses: Iterable[ir.Response]) -> Iterator[Any]:
    for response in responses:
        for content in response.contents:
            if not response.error and content.kind == "json":
                yield content.type


def _items(model: ObjectModel, types: Types) -> str | None:
    """Return the property that holds the items: the only array, else the one with a name for it."""
    arrays = [
        item.wire_name
        for item in model.properties
        if isinstance(unwrapped(item.type, types), Array)
    ]
    if len(arrays) == 1:
        return arrays[0]
    return next((name for name in _ITEMS if name in arrays), None)


def _places(model: ObjectModel, types: Types, without: frozenset[str]) -> dict[str, str]:
    """Give the places of a page's scalars by their plain names; those in an object about the pages count as the page's.

    `without` are kinds of scalars that are passed over.
    """
    found: dict[str, str] = {}
    for path, item in _properties(model, types):
        inner = unwrapped(item.type, types)
        if isinstance(inner, Scalar) and inner.scalar not in without:
            found.setdefault(_plain(item.wire_name), path)
    return found


def _properties(model: ObjectModel, types: Types) -> Iterator[tuple[str, Property]]:
    for item in model.properties:
        inner = object_model(unwrapped(item.type, types), types)
        if _plain(item.wire_name) in _HOLDERS and inner is not None:
            yield from ((f"$.{item.wire_name}.{each.wire_name}", each) for each in inner.properties)
        else:
            yield f"$.{item.wire_name}", item


def _by_cursor(
    queries: Mapping[str, str],
    outputs: Mapping[str, str],
    found: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[str, Any] | None:
    cursor = next((name for name in _CURSORS if name in queries), None)
    if cursor is None:
        return None
    named = (*_NEXT_CURSORS, *(_LAST_ITEMS if cursor.endswith("after") else ()))
    following = next((texts[name] for name in named if name in texts), None)
    if following is None:
        return None
    told = {**outputs, "nextCursor": following, **_first(found, hasMore=_MORE)}
    return {"type": "cursor", "inputs": _inputs(queries, "cursor", cursor), "outputs": told}


def _by_number(
    queries: Mapping[str, str], outputs: Mapping[str, str], found: Mapping[str, str]
) -> dict[str, Any] | None:
    for kind, names in (("page", _PAGES), ("offset", _OFFSETS)):
        name = next((each for each in names if each in queries), None)
        if name is not None:
            told = _first(found, hasMore=_MORE, numPages=_PAGE_COUNTS, total=_TOTALS)
            inputs = _inputs(queries, kind, name)
            return {"type": kind, "inputs": inputs, "outputs": {**outputs, **told}}
    return None


def _by_link(outputs: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, Any] | None:
    link = next((texts[name] for name in _NEXT_URLS if name in texts), None)
    return None if link is None else {"type": "url", "outputs": {**outputs, "nextUrl": link}}


def _inputs(queries: Mapping[str, str], kind: str, name: str) -> list[dict[str, str]]:
    limit = next((each for each in _LIMITS if each in queries), None)
    chosen = [(name, kind), *([(limit, "limit")] if limit is not None else [])]
    return [{"name": queries[each], "in": "parameters", "type": role} for each, role in chosen]


def _first(found: Mapping[str, str], **wanted: tuple[str, ...]) -> dict[str, str]:
    """Return, for each output, where the first of its names is found."""
    return {
        output: found[name]
        for output, names in wanted.items()
        if (name := next((each for each in names if each in found), None)) is not None
    }
