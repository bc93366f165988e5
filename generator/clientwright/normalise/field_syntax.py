"""What may stand in the head of a message: https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2 and section 8.3.1."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+\Z")
_LINE = re.compile(r"[ -~]+\Z")

TOKEN_HINT = "Such a name has letters, digits and !#$%&'*+-.^_`|~ alone (RFC 9110, section 5.6.2)."


def is_token(name: str) -> bool:
    """Whether `name` can be the name of a header or a cookie."""
    return _TOKEN.match(name) is not None


def is_sendable(text: str) -> bool:
    """Whether `text` can stand in a header: printable ASCII, on one line."""
    return _LINE.match(text) is not None
