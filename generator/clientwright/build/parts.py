"""How the properties of form and multipart bodies are written.

https://spec.openapis.org/oas/v3.1.1.html#encoding-object
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from clientwright.build.media_types import content_kind, is_range
from clientwright.build.types import Types
from clientwright.build.value_shapes import object_members, shape_of
from clientwright.ir import operations as ir
from clientwright.normalise import form

PartKind: TypeAlias = Literal["file", "json", "text", "style"]

_JSON = "application/json"


def parts_of(media: form.MediaType, kind: ir.ContentKind, types: Types) -> tuple[ir.Part, ...]:
    """Say for each property of a form or multipart body how it is written.

    The properties of a union are those of all its members; the first to have one decides. A body that is no object
    has no parts that are known beforehand.
    """
    if media.schema is None:
        return ()
    encodings = {encoding.property_name: encoding for encoding in media.encodings}
    properties: dict[str, form.SchemaId] = {}
    for member in object_members(media.schema, types):
        for name, schema in member.properties.items():
            properties.setdefault(name, schema)
    return tuple(
        _part(name, schema, encodings.get(name), kind, types) for name, schema in properties.items()
    )


def _part(
    name: str,
    schema: form.SchemaId,
    encoding: form.Encoding | None,
    kind: ir.ContentKind,
    types: Types,
) -> ir.Part:
    headers = _headers(encoding, types)
    if encoding is not None and encoding.style is not None:
        return ir.Part(
            property=name,
            kind="style",
            style=encoding.style,
            explode=encoding.explode,
            allow_reserved=encoding.allow_reserved,
            headers=headers,
        )
    shape = shape_of(schema, types)
    items = types.merged(schema).items if shape == "array" else None
    many = shape == "array"
    value = items if many and items is not None else schema
    media_types = encoding.content_types if encoding is not None else ()
    if kind == "form":
        return _form_part(name, value, media_types, many, types)
    part_kind, media_type = _multipart_kind(value, media_types, types)
    return ir.Part(property=name, kind=part_kind, media_type=media_type, many=many, headers=headers)


def _form_part(
    name: str, value: form.SchemaId, media_types: tuple[str, ...], many: bool, types: Types
) -> ir.Part:
    """Write scalars as they are, arrays of them by repeating the name, and everything else as JSON."""
    if media_types and content_kind(media_types[0]) == "json":
        # One value of this type, arrays included.
        return ir.Part(property=name, kind="json", media_type=media_types[0])
    if shape_of(value, types) in ("object", "array"):
        return ir.Part(property=name, kind="json", media_type=_JSON, many=many)
    return ir.Part(property=name, kind="style", style="form", explode=True)


def _multipart_kind(
    value: form.SchemaId, media_types: tuple[str, ...], types: Types
) -> tuple[PartKind, str]:
    """Return kind and label of a part, by its declared content types or else by its schema.

    Several content types, or a range, leave the label to the file.
    """
    single = media_types[0] if len(media_types) == 1 and not is_range(media_types[0]) else ""
    if is_file(value, types):
        return "file", single
    kinds = {content_kind(media_type) for media_type in media_types}
    if kinds == {"json"}:
        return "json", single or _JSON
    if kinds & {"binary", "multipart"}:
        return "file", single
    shape = shape_of(value, types)
    if shape in ("object", "array"):
        return "json", single or _JSON
    if kinds or shape == "scalar":
        return "text", single
    # A schema without `type` is of application/octet-stream by default.
    return ("file", "") if _is_open(value, types) else ("json", _JSON)


def is_file(schema: form.SchemaId, types: Types, depth: int = 0) -> bool:
    """Say whether a part of `schema` is a file: bytes by format or content type, not encoded as text."""
    merged = types.merged(schema)
    if merged.types and "string" not in merged.types:
        return False
    if merged.format == "binary":
        return True
    if merged.content_media_type and not merged.content_encoding and not merged.enum:
        return content_kind(merged.content_media_type) == "binary"
    branches = (*merged.any_of, *merged.one_of)
    return depth < 8 and any(is_file(branch, types, depth + 1) for branch in branches)


def _is_open(schema: form.SchemaId, types: Types) -> bool:
    merged = types.merged(schema)
    return not (merged.types or merged.any_of or merged.one_of or merged.enum)


def _headers(encoding: form.Encoding | None, types: Types) -> tuple[tuple[str, str], ...]:
    """Return the part headers whose value the document fixes: a constant, or a default."""
    if encoding is None:
        return ()
    found: list[tuple[str, str]] = []
    for header in encoding.headers:
        if header.schema is None or header.name.lower() == "content-type":
            continue
        merged = types.merged(header.schema)
        fixed = merged.const
        if fixed is form.ABSENT and merged.enum is not None and len(merged.enum) == 1:
            fixed = merged.enum[0]
        if fixed is form.ABSENT:
            fixed = merged.default
        if isinstance(fixed, (str, int, float)) and not isinstance(fixed, bool):
            found.append((header.name, str(fixed)))
    return tuple(found)
