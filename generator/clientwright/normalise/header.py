"""Header Objects: https://spec.openapis.org/oas/v3.2.0.html#header-object"""

from __future__ import annotations

from dataclasses import replace

from clientwright.normalise.field_syntax import TOKEN_HINT, is_token
from clientwright.normalise.fields import Fields
from clientwright.normalise.form import Header
from clientwright.normalise.media_type import read_header_content
from clientwright.normalise.reference import read_shared

_FIELDS = frozenset(
    {
        "description",
        "required",
        "deprecated",
        "style",
        "explode",
        "schema",
        "content",
        "example",
        "examples",
    }
)


def read_headers(fields: Fields) -> tuple[Header, ...]:
    """The headers in `headers` of a response or an encoding; `Content-Type` is not one of them."""
    found: list[Header] = []
    for name, location in fields.entries("headers"):
        if name.lower() == "content-type":
            fields.context.info(
                location,
                "ignored-header",
                f"`{name}` is described by the media types; the header is ignored, as the specification says.",
            )
            continue
        if not is_token(name):
            fields.context.warning(
                location,
                "not-a-token",
                f"`{name}` cannot be the name of a header; it is dropped.",
                TOKEN_HINT,
            )
            continue
        result = read_shared(fields.context, location, "a header", _read)
        if result is not None:
            header, followed = result
            description = followed.description or header.description
            found.append(replace(header, name=name, description=description))
    return tuple(found)


def _read(fields: Fields) -> Header:
    fields.check_known(_FIELDS)
    style = fields.values.get("style", "simple")
    if style != "simple":
        fields.context.warning(
            fields.child("style"),
            "illegal-style",
            "Headers have the style `simple` alone, which is used instead.",
        )
    content = read_header_content(fields)
    if len(content) > 1:
        _several_contents(fields)
    has_schema = "schema" in fields
    return Header(
        name="",
        pointer=fields.location.id,
        required=fields.flag("required"),
        explode=fields.flag("explode"),
        schema=fields.context.schemas.add(fields.child("schema")) if has_schema else None,
        content=content[0] if content and not has_schema else None,
        description=fields.text("description"),
        deprecated=fields.deprecated(),
    )


def _several_contents(fields: Fields) -> None:
    fields.context.warning(
        fields.child("content"),
        "several-contents",
        "`content` of a header has to have one media type; the first is used.",
    )
