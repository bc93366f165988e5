"""Discriminator Objects: https://spec.openapis.org/oas/v3.2.0.html#discriminator-object"""

from __future__ import annotations

import re

from clientwright.diagnostics import Severity
from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import as_object, fields_of, kind_of
from clientwright.normalise.form import Discriminator, SchemaId

_FIELDS = frozenset({"propertyName", "mapping", "defaultMapping"})

_COMPONENT_NAME = re.compile(r"[A-Za-z0-9._-]+")


def read_discriminator(context: Context, location: Location) -> Discriminator | None:
    """The discriminator at `location`; None, with a finding, when it names no property."""
    if isinstance(location.value, str) and location.value:
        context.warning(
            location,
            "discriminator-string",
            "A discriminator is an object; the string is read as its `propertyName`.",
            "Write `discriminator: {propertyName: ...}`.",
        )
        return Discriminator(property_name=location.value)
    fields = fields_of(context, location, "a discriminator")
    if fields is None:
        return None
    fields.check_known(_FIELDS)
    property_name = fields.text("propertyName")
    if not property_name:
        context.warning(
            location,
            "discriminator-without-property",
            "The discriminator has no `propertyName`; it is ignored.",
        )
        return None
    mapping: list[tuple[str, SchemaId]] = []
    for value, target in fields.entries("mapping"):
        schema = _target(context, location, target)
        if schema is not None:
            mapping.append((value, schema))
    default = (
        _target(context, location, fields.child("defaultMapping"))
        if "defaultMapping" in fields
        else None
    )
    return Discriminator(property_name, tuple(mapping), default)


def _target(context: Context, base: Location, location: Location) -> SchemaId | None:
    """The schema that a mapping value names: a component's name where there is one so named, else a reference."""
    name = location.value
    if not isinstance(name, str):
        context.warning(
            location,
            "wrong-type",
            f"A discriminator maps to the name of a schema or a reference, not {kind_of(name)}; it is ignored.",
        )
        return None
    if _COMPONENT_NAME.fullmatch(name):
        for document in (_own_component(base, name), context.component("schemas", name)):
            if document is not None:
                return context.schemas.refer(document)
    target = context.resolve(location, name, Severity.WARNING)
    return None if target is None else context.schemas.refer(target)


def _own_component(base: Location, name: str) -> Location | None:
    """The component schema `name` of the document that has the discriminator."""
    node = base.document.root
    for key in ("components", "schemas", name):
        values = as_object(node.value)
        if values is None or key not in values:
            return None
        node = node.child(key)
    return node
