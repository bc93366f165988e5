"""The keyword `type` and the keywords that say how a string carries bytes.

https://spec.openapis.org/oas/v3.2.0.html#data-types and https://spec.openapis.org/oas/v3.2.0.html#working-with-binary-data
"""

from __future__ import annotations

from typing import Any

from clientwright.load import Location
from clientwright.normalise.fields import Fields, as_array, kind_of
from clientwright.normalise.form import Json

TYPES = frozenset({"null", "boolean", "object", "array", "number", "integer", "string"})

_EVERY_TYPE = TYPES - {"integer"}

_ENCODING_OF_FORMAT = {"byte": "base64", "base64": "base64", "base64url": "base64url"}

_MISSPELT_FORMATS = {
    "datetime": "date-time",
    "date_time": "date-time",
    "guid": "uuid",
    "bigint": "int64",
    "long": "int64",
}
"""Words that documents use for a format of https://spec.openapis.org/registry/format/, in lower case."""

_MEDIA_TYPES_OF_BYTES = ("application/octet-stream", "application/pdf", "application/zip")
_MEDIA_RANGES_OF_BYTES = ("image/", "audio/", "video/", "font/")
_TEXT_WITHIN_THOSE = ("image/svg+xml",)


def read_type(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Put the JSON types that `type` allows into `parts`, none of them when it allows all."""
    value: Json = fields.values[key]
    if isinstance(value, str) and value in TYPES:
        parts["types"] = (value,)
        return
    several = as_array(value)
    types: dict[str, None] = {}
    for index, one in enumerate((value,) if several is None else several):
        place = fields.child(key) if several is None else fields.child(key).child(index)
        name = _type(fields, place, one, parts)
        if name is None and several is None:
            return
        if name is not None:
            types[name] = None
    # `integer` says nothing beside `number`, which has it.
    if "number" in types:
        types.pop("integer", None)
    parts["types"] = () if types.keys() >= _EVERY_TYPE else tuple(types)


def read_format(fields: Fields, key: str, parts: dict[str, Any]) -> None:
    """Put the word of `format` into `parts`, and name the registered one that a misspelt word stands for."""
    word = parts["format"] = fields.text(key)
    meant = _MISSPELT_FORMATS.get(word.lower())
    if meant is not None and fields.values.get("type") in ("string", None):
        fields.context.info(
            fields.child(key),
            "format-not-registered",
            f"`{word}` is no registered format; the value is plain text.",
            f"Write `{meant}` when the value has that form.",
        )


def _type(fields: Fields, location: Location, value: Json, parts: dict[str, Any]) -> str | None:
    if value is None:
        # YAML reads an unquoted `null` as the value, where the name of the type is meant.
        fields.context.info(location, "type-null", 'The type null is written `"null"`.')
        return "null"
    if not isinstance(value, str):
        fields.context.warning(
            location,
            "wrong-type",
            f"`type` has to be a string, not {kind_of(value)}; it is ignored.",
        )
        return None
    if value in TYPES:
        return value
    if value == "file":
        fields.context.warning(
            location,
            "type-file",
            "`type: file` is from OpenAPI 2.0; it is read as a string of bytes.",
            "Write `type: string` and `format: binary`.",
        )
        parts["format"] = "binary"
        return "string"
    fields.context.warning(
        location,
        "unknown-type",
        f"`{value}` is not a type; any value is allowed here.",
        "The types are array, boolean, integer, null, number, object and string.",
    )
    return None


def read_encoding(fields: Fields, parts: dict[str, Any]) -> None:
    """Fill in what `format` says about the encoding of a string, and `contentMediaType` about its format."""
    if "file" in (fields.values.get("type"),):
        parts["format"] = "binary"
    format_ = parts.get("format", "")
    if not parts.get("content_encoding") and format_ in _ENCODING_OF_FORMAT:
        parts["content_encoding"] = _ENCODING_OF_FORMAT[format_]
    media_type = parts.get("content_media_type", "").partition(";")[0].strip().lower()
    types: tuple[str, ...] = parts.get("types", ())
    if (
        media_type
        and not format_
        and not parts.get("content_encoding")
        and (not types or "string" in types)
        and media_type not in _TEXT_WITHIN_THOSE
        and (media_type in _MEDIA_TYPES_OF_BYTES or media_type.startswith(_MEDIA_RANGES_OF_BYTES))
    ):
        parts["format"] = "binary"
