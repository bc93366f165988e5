"""Reference Objects: https://spec.openapis.org/oas/v3.2.0.html#reference-object

References of everything but schemas are followed to the object that they name, through any chain and across files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, as_object, fields_of, kind_of

T = TypeVar("T")

REFERENCE_FIELDS = frozenset({"$ref", "summary", "description"})


@dataclass(frozen=True, slots=True)
class Followed:
    """What a reference leads to, and the texts beside the outermost reference, which take precedence."""

    location: Location
    summary: str = ""
    description: str = ""


def is_reference(location: Location) -> bool:
    """Whether a Reference Object stands at `location`."""
    value = as_object(location.value)
    return value is not None and "$ref" in value


def follow(context: Context, location: Location, what: str) -> Followed | None:
    """Follow the reference at `location`, if there is one, to an object that is none.

    None, with a finding, when the reference leads nowhere or back to itself.
    """
    summary = description = ""
    seen = {location.id}
    while True:
        value = as_object(location.value)
        if value is None or "$ref" not in value:
            return Followed(location, summary, description)
        ref = value["$ref"]
        if not isinstance(ref, str):
            context.error(
                location,
                "wrong-type",
                f"`$ref` has to be a string, not {kind_of(ref)}; {what} is dropped.",
            )
            return None
        fields = Fields(context, location, value, "a reference")
        fields.check_known(REFERENCE_FIELDS)
        summary = summary or fields.text("summary")
        description = description or fields.text("description")
        target = context.resolve(location, ref)
        if target is None:
            return None
        if target.id in seen:
            context.error(
                location,
                "reference-cycle",
                f"The reference to `{ref}` leads back to itself; {what} is dropped.",
                "Let one of the references in the circle name a definition.",
            )
            return None
        seen.add(target.id)
        location = target


def read_shared(
    context: Context,
    location: Location,
    what: str,
    read: Callable[[Fields], T | None],
) -> tuple[T, Followed] | None:
    """Read the object at `location` or at the end of its references, once for all that refer to it.

    `what` names the object in messages and keeps objects of different kinds apart. None, with a finding, when
    there is nothing that can be read.
    """
    followed = follow(context, location, what)
    if followed is None:
        return None
    key = (what, followed.location.id)
    if key not in context.shared:
        fields = fields_of(context, followed.location, what)
        context.shared[key] = None if fields is None else read(fields)
    result = cast("T | None", context.shared[key])
    return None if result is None else (result, followed)
