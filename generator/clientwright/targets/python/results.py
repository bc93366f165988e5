"""What a method gives: the answers of the document that make up its result.

"200" with a Pet, "304" without a body      Pet; None only for users who send a condition of their own
"""

from __future__ import annotations

from clientwright.ir import Operation, Response

# The headers that a 304 can answer (RFC 9110, section 13.1): without them there is none.
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_NOT_MODIFIED = "304"


def results(operation: Operation) -> tuple[Response, ...]:
    """Give the answers that are results.

    Not modified (304) is one only where the operation itself takes a condition, or has no other.
    """
    found = tuple(response for response in operation.responses if not response.error)
    others = tuple(response for response in found if response.status != _NOT_MODIFIED)
    return others if others and not _takes_condition(operation) else found


def unmodified(operation: Operation) -> str:
    """Say what a user gets who sends a condition that the operation has no argument for; empty when there is no such."""
    known = results(operation)
    if all(response.error or response in known for response in operation.responses):
        return ""
    return (
        "None in place of it when you send a condition in `http_headers` (`If-None-Match`) and the "
        "server finds nothing modified (304)."
    )


def _takes_condition(operation: Operation) -> bool:
    return any(
        item.location == "header" and item.wire_name.lower() in _CONDITIONS
        for item in operation.parameters
    )
