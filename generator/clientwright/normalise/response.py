"""Responses and Response Objects: https://spec.openapis.org/oas/v3.2.0.html#responses-object"""

from __future__ import annotations

import re
from dataclasses import replace

from clientwright.normalise.encoding import read_encodings
from clientwright.normalise.fields import Fields
from clientwright.normalise.form import Response
from clientwright.normalise.header import read_headers
from clientwright.normalise.media_type import read_content
from clientwright.normalise.reference import read_shared

_FIELDS = frozenset({"summary", "description", "headers", "content", "links"})

_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)")


def read_responses(operation: Fields) -> tuple[Response, ...]:
    """The responses in `responses` of an operation, in the order of the document."""
    found: dict[str, Response] = {}
    for key, location in operation.entries("responses"):
        if key.startswith("x-"):
            continue
        status = key if key == "default" else key.upper()
        if status != "default" and not _STATUS.fullmatch(status):
            operation.context.error(
                location,
                "not-a-status",
                f"`{key}` is not a status code; the response is dropped.",
                "Use a code such as `200`, a range such as `2XX`, or `default`.",
            )
            continue
        result = read_shared(operation.context, location, "a response", _read)
        if result is not None:
            response, followed = result
            description = followed.description or response.description
            found.setdefault(status, replace(response, status=status, description=description))
    return tuple(found.values())


def _read(fields: Fields) -> Response:
    fields.check_known(_FIELDS)
    if "links" in fields:
        fields.context.info(
            fields.child("links"), "links-not-expressed", "Links have no effect on a client."
        )
    return Response(
        status="",
        pointer=fields.location.id,
        content=read_content(fields, read_encodings),
        headers=read_headers(fields),
        description=fields.text("description"),
        extensions=fields.extensions("response"),
    )
