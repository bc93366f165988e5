"""Whether what comes back has the types that the document gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conformance.arguments import scalar_type
from corpus.comparing import member
from corpus.raw_document import RawDocument
from pydantic import BaseModel


def untyped(
    document: RawDocument, schema: Any, given: Any, result: Any, at: str = "$"
) -> Iterator[str]:
    """What came back as plain JSON although its schema says more of it."""
    flat = document.flat(schema)
    if flat.get("unions"):
        return
    if isinstance(given, dict):
        if _unknown_tag(flat, given):
            return
        if flat.get("properties") and not isinstance(result, BaseModel):
            yield f"{at} came back as {type(result).__name__} instead of a model"
            return
        more = flat.get("additionalProperties")
        for name, value in given.items():
            inner = (flat.get("properties") or {}).get(name, more or {})
            found = member(result, name) if isinstance(result, BaseModel) else result.get(name)
            yield from untyped(document, inner, value, found, f"{at}.{name}")
    elif isinstance(given, list) and isinstance(result, list | tuple):
        for index, value in enumerate(given):
            inner = flat.get("items", {})
            yield from untyped(document, inner, value, result[index], f"{at}[{index}]")
    elif given is not None:
        wanted = scalar_type(flat)
        if wanted is not None and not isinstance(result, wanted):
            yield f"{at} came back as {type(result).__name__} instead of {wanted.__name__}"


def _unknown_tag(flat: dict[str, Any], given: dict[str, Any]) -> bool:
    """Whether an object is a member of its union that the document does not know: it is kept as it came."""
    hint = flat.get("discriminator")
    if not isinstance(hint, dict):
        return False
    return given.get(hint["propertyName"]) not in (hint.get("mapping") or {})
