"""Request Body Objects: https://spec.openapis.org/oas/v3.2.0.html#request-body-object"""

from __future__ import annotations

from dataclasses import replace

from clientwright.normalise.encoding import read_encodings
from clientwright.normalise.fields import Fields
from clientwright.normalise.form import RequestBody
from clientwright.normalise.media_type import read_content
from clientwright.normalise.reference import read_shared

_FIELDS = frozenset({"description", "content", "required"})


def read_request_body(operation: Fields) -> RequestBody | None:
    """The body in `requestBody` of an operation; None when there is none or it cannot be read."""
    if "requestBody" not in operation:
        return None
    location = operation.child("requestBody")
    result = read_shared(operation.context, location, "a request body", _read)
    if result is None:
        return None
    body, followed = result
    return replace(body, description=followed.description) if followed.description else body


def _read(fields: Fields) -> RequestBody | None:
    fields.check_known(_FIELDS)
    content = read_content(fields, read_encodings)
    if not content:
        fields.context.warning(
            fields.location,
            "body-without-content",
            "The request body has no media type; it is dropped.",
            "Name a media type in `content`.",
        )
        return None
    return RequestBody(
        pointer=fields.location.id,
        required=fields.flag("required"),
        content=content,
        description=fields.text("description"),
        extensions=fields.extensions("request body"),
    )
