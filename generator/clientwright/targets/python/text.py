"""Documentation as text: what the document says of a thing, and what the types cannot say.

The model's temperature.

Default of the server: 0.7. At least 0.
"""

from __future__ import annotations

import json
import re
from typing import Any

from clientwright.ir import Doc, EnumModel, EnumValue, Parameter, Property
from clientwright.targets.python.prose import plain

# A summary of so few words is a title.
_TITLE_WORDS = 4
# What may end the words of a sentence before its stop.
_QUOTING = "`)\"'"
# Up to here every integer is a float of its own.
_EXACT = 2**53
_CONSTRAINTS = {
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "exclusiveMaximum": "Less than {}.",
    "multipleOf": "A multiple of {}.",
    "minLength": "At least {} characters.",
    "maxLength": "At most {} characters.",
    "minItems": "At least {} items.",
    "maxItems": "At most {} items.",
    "minProperties": "At least {} properties.",
    "maxProperties": "At most {} properties.",
    "uniqueItems": "No two items are the same.",
    "pattern": "Matches `{}`.",
}


# What documents say of an answer when there is nothing to say.
_BARE = frozenset(
    {
        *("ok", "okay", "success", "successful", "successfully", "created", "accepted", "done"),
        *(
            "no content",
            "response",
            "default response",
            "successful response",
            "a successful response",
        ),
        *(
            "success response",
            "typical success response",
            "response ok",
            "ok response",
            "empty response",
            "no error",
        ),
        *(
            "successful operation",
            "operation successful",
            "a response",
            "the response",
            "request successful",
        ),
        *("successful request", "default", "status ok", "http ok", "description", "none", "na"),
    }
)
_SINGULAR = {
    "At least 1 characters.": "Not empty.",
    "At most 1 characters.": "At most 1 character.",
    "At least 1 items.": "Not empty.",
    "At most 1 items.": "At most 1 item.",
    "At least 1 properties.": "Not empty.",
    "At most 1 properties.": "At most 1 property.",
}


def paragraphs(*parts: str) -> str:
    """Join paragraphs, leaving out empty ones and one that repeats what the one before it begins with."""
    kept: list[str] = []
    for part in parts:
        stripped = plain(part).strip()
        if not stripped:
            continue
        if kept and _same(kept[-1], stripped):
            kept[-1] = stripped
            continue
        kept.append(stripped)
    return "\n\n".join(kept)


def _same(first: str, second: str) -> bool:
    return second.rstrip(".").casefold().startswith(first.rstrip(".").casefold())


def of_model(doc: Doc) -> str:
    """Give the documentation of a model or property. A title beside a description only says the name again."""
    repeats = doc.description.strip() and len(doc.summary.split()) <= _TITLE_WORDS
    return _whole("" if repeats else doc.summary, doc)


def of(doc: Doc) -> str:
    """Give the documentation of an operation or a resource."""
    return _whole(doc.summary, doc)


def _whole(summary: str, doc: Doc) -> str:
    return paragraphs(closed(summary), doc.description, deprecation(doc), _see(doc))


def closed(summary: str) -> str:
    """Give a summary as a sentence."""
    words = " ".join(summary.split())
    return f"{words}." if words and words[-1].isalnum() else words


def deprecation(doc: Doc) -> str:
    """Say that a thing is deprecated and what takes its place; empty when it is not."""
    if not doc.deprecated:
        return ""
    reason = doc.deprecation.strip()
    if reason and reason[-1] not in ".!?":
        reason += "."
    return f"Deprecated. {reason}".strip()


def _see(doc: Doc) -> str:
    return f"See {doc.external_docs}" if doc.external_docs else ""


def of_result(doc: Doc) -> str:
    """Give what the document says of an answer; empty when it only says that there is one."""
    words = paragraphs(doc.summary, doc.description)
    return "" if re.sub(r"[^a-z ]", "", words.lower()).strip() in _BARE else words


def enum_doc(model: EnumModel) -> str:
    """Give the documentation of an enumeration, with what the document says of its values."""
    said = [(json_text(item.value), _of_value(item)) for item in model.values]
    lines = [f"- `{value}`: {words}" for value, words in said if words]
    if not lines and any(isinstance(item.value, float) for item in model.values):
        # The type of these is `float`, which does not show them.
        lines = [f"One of {', '.join(value for value, _ in said)}."]
    return paragraphs(of_model(model.doc), "\n".join(lines))


def _of_value(item: EnumValue) -> str:
    """Give what the document says of a value. A name that only says the value again is left out."""
    bare = ["".join(filter(str.isalnum, text)).casefold() for text in (item.name, str(item.value))]
    name = "" if bare[0] == bare[1] else closed(item.name)
    return " ".join(f"{name} {item.doc}".split())


def of_property(item: Property, *, shown: bool) -> str:
    """Give the documentation of a property: the document's words, then what the code does not show (its default where not `shown`)."""
    facts = constraints(item.constraints)
    if item.has_default and not shown and item.default is not None and not item.constant:
        facts = f"Default of the server: {json_text(item.default)}. {facts}".strip()
    return paragraphs(of_model(item.doc), facts)


def of_argument(item: Property | Parameter) -> str:
    """Give the documentation of an argument: the same, and its default, which a signature does not show."""
    facts = constraints(item.constraints)
    if item.has_default and item.default is not None and not item.constant:
        facts = f"Default of the server: {json_text(item.default)}. {facts}".strip()
    words = " ".join(of_model(item.doc).split("\n\n"))
    if words and facts and (words[-1].isalnum() or words[-1] in _QUOTING):
        words += "."
    return paragraphs(f"{words} {facts}")


def constraints(items: tuple[tuple[str, Any], ...]) -> str:
    """Write constraints as sentences."""
    return " ".join(_constraint(key, value) for key, value in items if key in _CONSTRAINTS)


def _constraint(key: str, value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        # Some frameworks write all bounds with a fraction: 50.0 of an integer.
        value = int(value)
    text = _CONSTRAINTS[key].format(json_text(value) if key != "pattern" else value)
    return _SINGULAR.get(text, text)


def json_text(value: Any) -> str:
    """Write a JSON value as the document would."""
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        return str(value)
