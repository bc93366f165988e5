"""Which module of the runtime has what generated modules use, and which modules a package needs.

A package has `client` and what that imports, and beside it what its own modules name: `from .._runtime.styles import
deep_object` brings `styles`. No module of the runtime imports one that only some documents need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

CLIENT = "client"
OPERATION = "operation"
RESPONSES = "responses"
SETTINGS = "settings"
EVENTS = "events"
PAGING = "paging"
PAGES = "pages"
OAUTH = "oauth"
MODELS = "models"
MARKERS = "markers"
STYLES = "styles"
BODIES = "bodies"
FILES = "files"

# Styles of parameters beside `simple` and `form` -> the function of `styles` that writes them.
STYLE_WRITERS: Mapping[str, str] = {
    "label": "label",
    "matrix": "matrix",
    "spaceDelimited": "space_delimited",
    "pipeDelimited": "pipe_delimited",
    "deepObject": "deep_object",
    "cookie": "plain_cookie",
}
# Where a parameter can be that is the query as a whole.
WHOLE_QUERY = ("querystring", "whole_query")
# Kinds of bodies beside JSON -> the class of `bodies`.
BODY_CLASSES: Mapping[str, str] = {
    "form": "FormBody",
    "multipart": "MultipartBody",
    "binary": "BinaryBody",
    "text": "TextBody",
    "xml": "TextBody",
    "json-lines": "LinesBody",
}
# Kinds of answers that are streams -> module and class.
STREAM_CLASSES: Mapping[str, tuple[str, str]] = {
    "sse": (EVENTS, "EventStream"),
    "json-lines": ("lines", "LineStream"),
}
# The data that ends a stream, where an operation says nothing else.
SENTINEL = "[DONE]"

# Statuses whose errors have a class of their own, by their beginning.
STATUS_ERRORS: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "5": "ServerError",
}

# The base of all errors in the runtime.
BASE = "ClientError"
# What `errors` hands on from the runtime. A class of the document takes no name of these.
ERRORS = (
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionError",
    "DeclaredError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseValidationError",
    "SDKError",
    "ServerError",
    "StreamInterrupted",
    "TimeoutError",
    "UnprocessableEntityError",
)

_NAMED = re.compile(r"""["']?\.+_runtime\.(\w+)""")
_IMPORTED = re.compile(
    rb'''^\s*from \.(\w+) import|^\s*from \. import (.+)|import_module\("\.(\w+)"''', re.MULTILINE
)


def named(lines: Iterable[str]) -> set[str]:
    """Give the modules that lines of a generated module name."""
    return {name for line in lines for name in _NAMED.findall(line)}


def needed(sources: Mapping[str, bytes], begin: Iterable[str]) -> frozenset[str]:
    """Give some modules with all that they import, directly or not; `sources` are those that there are."""
    pending = ["__init__", *begin]
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name in found or name not in sources:
            continue
        found.add(name)
        for one, several, lazy in _IMPORTED.findall(sources[name]):
            words = (one, lazy, *several.split(b", "))
            pending += [word.decode() for word in words]
    return frozenset(found)
