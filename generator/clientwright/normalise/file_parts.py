"""Parts of multipart bodies that only their Encoding Object describes: https://spec.openapis.org/oas/v3.1.1.html#encoding-object

A schema of 3.1 says nothing of raw bytes (`{}`); the content type of its part does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clientwright.normalise.form import MediaType, Operation, Schema, SchemaId
from clientwright.normalise.walk import reached, together

_BYTES = "application/octet-stream"


def with_file_parts(
    operations: tuple[Operation, ...], schemas: Mapping[SchemaId, Schema]
) -> Mapping[SchemaId, Schema]:
    """`schemas` with the parts of multipart bodies that are bytes by their encoding alone being bytes by their schema."""
    changed: dict[SchemaId, Schema] = {}
    for media in _multipart(operations):
        if media.schema is not None:
            properties = _properties(media.schema, schemas)
            for encoding in media.encodings:
                place = properties.get(encoding.property_name)
                if place is not None and _are_bytes(encoding.content_types):
                    changed |= _as_bytes(place, encoding.content_types, schemas)
    return {**schemas, **changed} if changed else schemas


def _multipart(operations: tuple[Operation, ...]) -> Iterator[MediaType]:
    for operation in operations:
        for media in operation.request_body.content if operation.request_body else ():
            if media.name.lower().startswith("multipart/") and media.encodings:
                yield media


def _properties(schema: SchemaId, schemas: Mapping[SchemaId, Schema]) -> dict[str, SchemaId]:
    found: dict[str, SchemaId] = {}
    for each in reached([schema], schemas, together):
        for name, place in each.properties.items():
            found.setdefault(name, place)
    return found


def _are_bytes(content_types: tuple[str, ...]) -> bool:
    """Whether content types, or a range of them, are not those of text or of structured values."""
    names = [name.partition(";")[0].strip().lower() for name in content_types]
    return bool(names) and not any(
        name.startswith("text/") or name.endswith(("json", "xml", "yaml", "x-www-form-urlencoded"))
        for name in names
    )


def _as_bytes(
    place: SchemaId, content_types: tuple[str, ...], schemas: Mapping[SchemaId, Schema]
) -> dict[SchemaId, Schema]:
    schema = schemas[place]
    if schema.types == ("array",) and schema.items is not None:
        schema = schemas[schema.items]
    bare = Schema(
        id=schema.id,
        title=schema.title,
        description=schema.description,
        deprecated=schema.deprecated,
        examples=schema.examples,
        extensions=schema.extensions,
    )
    if schema != bare:
        return {}
    named = content_types[0] if len(content_types) == 1 and "*" not in content_types[0] else _BYTES
    return {schema.id: replace(schema, types=("string",), content_media_type=named)}
