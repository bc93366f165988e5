"""What a media type means for a body: the one table that says how content is written and read.

https://spec.openapis.org/oas/v3.1.1.html#media-types
"""

from __future__ import annotations

from clientwright.ir import operations as ir

_EXACT: dict[str, ir.ContentKind] = {
    "application/json": "json",
    "text/json": "json",
    "application/x-json": "json",
    "application/x-www-form-urlencoded": "form",
    "text/event-stream": "sse",
    "application/jsonl": "json-lines",
    "application/x-jsonl": "json-lines",
    "application/jsonlines": "json-lines",
    "application/x-jsonlines": "json-lines",
    "application/json-lines": "json-lines",
    "application/ndjson": "json-lines",
    "application/x-ndjson": "json-lines",
    "application/x-json-stream": "json-lines",
    "application/stream+json": "json-lines",
    "application/json-seq": "json-lines",
    "text/jsonl": "json-lines",
    "text/ndjson": "json-lines",
    "text/x-ndjson": "json-lines",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/javascript": "text",
    "application/ecmascript": "text",
    "application/graphql": "text",
    "application/sdp": "text",
    "application/sql": "text",
    "application/toml": "text",
    "application/x-sh": "text",
    "application/yaml": "text",
    "application/x-yaml": "text",
    "application/jwt": "text",
    "application/pem-certificate-chain": "text",
}
_SUFFIXES: tuple[tuple[str, ir.ContentKind], ...] = (
    ("+json-seq", "json-lines"),
    ("+jsonl", "json-lines"),
    ("+ndjson", "json-lines"),
    ("+json", "json"),
    ("+xml", "xml"),
    ("+yaml", "text"),
)
_TREES: tuple[tuple[str, ir.ContentKind], ...] = (("multipart/", "multipart"), ("text/", "text"))
_RANGE_MEMBERS: dict[str, str] = {
    "text": "text/plain",
    "image": "image/png",
    "audio": "audio/mpeg",
    "video": "video/mp4",
    "multipart": "multipart/form-data",
    "font": "font/otf",
}
_REQUEST_RANK: dict[ir.ContentKind, int] = {
    "json": 0,
    "multipart": 2,
    "form": 4,
    "binary": 5,
    "json-lines": 6,
    "text": 7,
    "sse": 8,
    "xml": 9,
}
JSON_SEQ = "application/json-seq"


def essence(media_type: str) -> str:
    """Return type and subtype in lower case, without parameters (https://mimesniff.spec.whatwg.org/#mime-type-essence)."""
    return media_type.partition(";")[0].strip().lower()


def is_range(media_type: str) -> bool:
    """Say whether `media_type` is a media type range (`*/*`, `image/*`; RFC 9110 section 12.5.1)."""
    return "*" in essence(media_type)


def content_kind(media_type: str, structured: bool = True, textual: bool = False) -> ir.ContentKind:
    """Say how content of `media_type` is written and read.

    A range that may hold JSON (`*/*`, `application/*`) leaves the choice to the schema: `structured` says that
    it describes something other than bytes or text, `textual` that it describes a string of text.
    """
    name = essence(media_type)
    if name in {"*/*", "*", "application/*"}:
        return "json" if structured else "text" if textual else "binary"
    if name in _EXACT:
        return _EXACT[name]
    for suffix, kind in _SUFFIXES:
        if name.endswith(suffix):
            return kind
    for tree, kind in _TREES:
        if name.startswith(tree):
            return kind
    return "binary"


def sent_as(media_type: str, kind: ir.ContentKind) -> str:
    """Return the Content-Type to send for `media_type`: itself, or a member of the range that it is."""
    if not is_range(media_type):
        return media_type
    if kind == "json":
        return "application/json"
    if kind == "text":
        return "text/plain"
    tree = essence(media_type).partition("/")[0]
    return _RANGE_MEMBERS.get(tree, "application/octet-stream")


def request_rank(media_type: str, kind: ir.ContentKind) -> int:
    """Rank a request's media type: the lowest is preferred. `application/json` comes before other JSON."""
    if kind == "json" and essence(media_type) != "application/json":
        return 1
    return _REQUEST_RANK[kind]


def is_stream(kind: ir.ContentKind) -> bool:
    """Say whether content of `kind` is read event by event."""
    return kind in ("sse", "json-lines")
