"""Extensions of the document, read without trust: what has the wrong type is as good as absent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from clientwright.build.findings import Findings
from clientwright.ir.models import Doc

PREFIX = "x-clientwright-"
DEPRECATION = "x-clientwright-deprecation"


def mapping(value: Any) -> Mapping[str, Any]:
    """Return `value` when it is a JSON object, else an empty one."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def sequence(value: Any) -> Sequence[Any]:
    """Return `value` when it is a JSON array, else an empty one."""
    return cast("Sequence[Any]", value) if isinstance(value, list) else []


def text(value: Any) -> str:
    """Return `value` when it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def documented(
    extensions: Mapping[str, Any],
    deprecated: bool,
    *,
    summary: str = "",
    description: str = "",
    external_docs: str = "",
) -> Doc:
    """Make the documentation of a thing that may be deprecated, with the message and replacement that it gives."""
    said = extensions.get(DEPRECATION)
    settings = mapping(said)
    message = text(said) or text(settings.get("message"))
    return Doc(
        summary=summary,
        description=description,
        deprecated=deprecated or isinstance(said, (str, Mapping)),
        deprecation=message,
        replacement=text(settings.get("replacement")),
        external_docs=external_docs,
    )


_UNEXPRESSED: Mapping[str, Mapping[str, str]] = {
    "document": {
        "globals": "parameters that all operations share are given with each call",
        "timeout": "the timeout is the client's or the call's",
    },
    "operation": {
        "return-value": "the whole answer is returned",
        "timeout": "the timeout is the client's or the call's",
    },
}


def report_unexpressed(
    place: str, extensions: Mapping[str, Any], pointer: str, findings: Findings
) -> None:
    """Tell which known extensions have no effect on a client, and what happens instead."""
    for name, instead in _UNEXPRESSED[place].items():
        if PREFIX + name in extensions:
            findings.info(
                "extension-without-effect", pointer, f"{PREFIX}{name} has no effect: {instead}"
            )
