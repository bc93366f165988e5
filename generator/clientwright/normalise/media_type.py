"""Media Type Objects: https://spec.openapis.org/oas/v3.2.0.html#media-type-object"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from clientwright.normalise.example import read_examples
from clientwright.normalise.field_syntax import is_sendable
from clientwright.normalise.fields import Fields
from clientwright.normalise.form import Encoding, MediaType
from clientwright.normalise.reference import read_shared

EncodingsReader = Callable[[Fields], tuple[Encoding, ...]]

_FIELDS = frozenset(
    {
        "schema",
        "itemSchema",
        "example",
        "examples",
        "encoding",
        "prefixEncoding",
        "itemEncoding",
    }
)


def read_content(fields: Fields, read_encodings: EncodingsReader) -> tuple[MediaType, ...]:
    """The media types in `content` of a parameter, request body or response, in the order of the document."""
    return _content(fields, "a media type", read_encodings)


def read_header_content(fields: Fields) -> tuple[MediaType, ...]:
    """The media types in `content` of a header, whose values have no parts that could be encoded."""
    return _content(fields, "a media type of a header", lambda _: ())


def _content(fields: Fields, what: str, read_encodings: EncodingsReader) -> tuple[MediaType, ...]:
    found: list[MediaType] = []
    for name, location in fields.entries("content"):
        if "/" not in name and name.startswith("x-"):
            continue
        if not is_sendable(name):
            fields.context.error(
                location,
                "unsendable-media-type",
                f"`{name}` cannot stand in a Content-Type header; the media type is dropped.",
                "A media type is ASCII text on one line.",
            )
            continue
        if "/" not in name:
            fields.context.warning(
                location,
                "not-a-media-type",
                f"`{name}` is not a media type; it is used as it is.",
                "A media type has a type and a subtype, as in `application/json`.",
            )
        result = read_shared(
            fields.context, location, what, lambda found: _read(found, read_encodings)
        )
        if result is not None:
            found.append(replace(result[0], name=name))
    return tuple(found)


def _read(fields: Fields, read_encodings: EncodingsReader) -> MediaType:
    fields.check_known(_FIELDS)
    schemas = fields.context.schemas
    for key in ("prefixEncoding", "itemEncoding"):
        if key in fields:
            fields.context.info(
                fields.child(key),
                "encoding-not-expressed",
                f"`{key}` is not honoured: the parts are encoded by their types.",
            )
    return MediaType(
        name="",
        pointer=fields.location.id,
        schema=schemas.add(fields.child("schema")) if "schema" in fields else None,
        item_schema=schemas.add(fields.child("itemSchema")) if "itemSchema" in fields else None,
        encodings=read_encodings(fields),
        examples=read_examples(fields),
        extensions=fields.extensions("media type"),
    )
