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
            media = replace(result[0], name=name)
            found.append(_without_styles(fields, media) if _ignores_styles(fields, name) else media)
    return tuple(found)


def _ignores_styles(fields: Fields, name: str) -> bool:
    """Whether `style`, `explode` and `allowReserved` of an encoding say nothing.

    In OpenAPI 3.0 that is so in all but forms: https://spec.openapis.org/oas/v3.0.3.html#encoding-object
    """
    essence = name.partition(";")[0].strip().lower()
    is_form = essence == "application/x-www-form-urlencoded"
    return fields.context.workspace.version == "3.0" and not is_form


def _without_styles(fields: Fields, media: MediaType) -> MediaType:
    if any(encoding.style is not None for encoding in media.encodings):
        fields.context.info(
            fields.child("content").child(media.name),
            "encoding-style-ignored",
            f"OpenAPI 3.0 ignores the `style` of an encoding of {media.name}; the parts are encoded by their types.",
        )
    plain = (
        replace(encoding, style=None, explode=True, allow_reserved=False)
        for encoding in media.encodings
    )
    return replace(media, encodings=tuple(plain))


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
