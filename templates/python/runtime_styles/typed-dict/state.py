"""What models remember of how they came: objects that came from a server are dicts that know their declared type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast


class Came(dict[str, Any]):
    """A dict that came from a server, with what it holds; `declared` is the TypedDict that it is of."""

    declared: type[Any]


def remember(value: Any, declared: type[Any]) -> Any:
    """Note of a dict which TypedDict it is of; give the dict."""
    value.declared = declared
    return value


def came(value: Any) -> bool:
    """Say whether an object came from a server."""
    return isinstance(value, Came)


def further_of(value: Any) -> Mapping[str, Any]:
    """Give what an object that came from a server holds beside its fields: in a dict it is with the others."""
    return {}


def class_of(value: Any) -> type[Any]:
    """Give the TypedDict that a dict is of, or the class of a value."""
    return cast("type[Any]", value.declared if came(value) else type(value))


def declared(type_: type[Any]) -> type[Any]:
    """Give the TypedDict that declares the keys of a type: a page names it, as no class can derive from one."""
    return cast("type[Any]", vars(type_).get("declared", type_))


def make_unknown(type_: Any, raw: Any) -> Any:
    """Give the dict that holds the JSON of a union's member that is not known."""
    tag = next(key for key in type_.__annotations__ if key != "raw")
    return remember(Came({"raw": raw, tag: "UNKNOWN"}), type_)


def raw_of(unknown: Any) -> Any:
    """Give the JSON that stands in the place of a union's member that is not known."""
    return unknown["raw"]
