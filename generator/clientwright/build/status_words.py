"""Words for the statuses of errors: https://www.rfc-editor.org/rfc/rfc9110.html#section-15

They name what an answer holds that has no name of its own: `CreateUserConflictError` for 409.
"""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, ...]] = {
    "400": ("bad", "request"),
    "401": ("unauthorized",),
    "402": ("payment", "required"),
    "403": ("forbidden",),
    "404": ("not", "found"),
    "405": ("method", "not", "allowed"),
    "406": ("not", "acceptable"),
    "408": ("request", "timeout"),
    "409": ("conflict",),
    "410": ("gone",),
    "411": ("length", "required"),
    "412": ("precondition", "failed"),
    "413": ("content", "too", "large"),
    "415": ("unsupported", "media", "type"),
    "422": ("unprocessable", "content"),
    "423": ("locked",),
    "424": ("failed", "dependency"),
    "428": ("precondition", "required"),
    "429": ("too", "many", "requests"),
    "451": ("unavailable", "for", "legal", "reasons"),
    "500": ("internal", "server"),
    "501": ("not", "implemented"),
    "502": ("bad", "gateway"),
    "503": ("service", "unavailable"),
    "504": ("gateway", "timeout"),
    "4XX": ("client",),
    "5XX": ("server",),
    "default": (),
}


def error_words(status: str) -> tuple[str, ...]:
    """Give the words for an error of a status; one that is not registered keeps its number."""
    words = _WORDS.get(status)
    return ("error", status) if words is None else (*words, "error")
