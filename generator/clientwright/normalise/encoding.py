"""Encoding Objects: https://spec.openapis.org/oas/v3.2.0.html#encoding-object"""

from __future__ import annotations

from clientwright.normalise.field_syntax import is_sendable
from clientwright.normalise.fields import Fields, fields_of
from clientwright.normalise.form import Encoding, Style
from clientwright.normalise.header import read_headers
from clientwright.normalise.parameter_style import resolve_style

_NESTED = ("encoding", "prefixEncoding", "itemEncoding")
_FIELDS = frozenset({"contentType", "headers", "style", "explode", "allowReserved", *_NESTED})


def read_encodings(fields: Fields) -> tuple[Encoding, ...]:
    """The encodings in `encoding` of a media type, by property."""
    found: list[Encoding] = []
    for name, location in fields.entries("encoding"):
        encoding = fields_of(fields.context, location, "an encoding")
        if encoding is not None:
            found.append(_read(name, encoding))
    return tuple(found)


def _read(name: str, fields: Fields) -> Encoding:
    fields.check_known(_FIELDS)
    for key in _NESTED:
        if key in fields:
            fields.context.info(
                fields.child(key),
                "encoding-not-expressed",
                f"`{key}` is not honoured: the parts are encoded by their types.",
            )
    style: Style | None = None
    explode = True
    # Any of the three says that the property is encoded like a query parameter, not by its content type.
    if any(key in fields for key in ("style", "explode", "allowReserved")):
        style, explode = resolve_style(fields, "query")
    content_types = tuple(part.strip() for part in fields.text("contentType").split(","))
    if any(part and not is_sendable(part) for part in content_types):
        fields.context.warning(
            fields.child("contentType"),
            "unsendable-media-type",
            f"`contentType` of `{name}` cannot stand in a Content-Type header; it is ignored.",
            "A media type is ASCII text on one line.",
        )
        content_types = ()
    return Encoding(
        property_name=name,
        content_types=tuple(part for part in content_types if part),
        headers=read_headers(fields),
        style=style,
        explode=explode,
        allow_reserved=fields.flag("allowReserved"),
    )
