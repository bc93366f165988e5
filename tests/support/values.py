"""JSON values made from raw schemas, the same ones in every run.

Nothing of the generator is used: what is made here judges it. A value remembers in its Python type what a typed client
should make of it: `Shaped` for an object with declared properties, `Moment`, `Day` and so on for text with a meaning, `File` for bytes.
"""

from __future__ import annotations

import copy
import math
import re
import zlib
from dataclasses import replace
from functools import cached_property
from typing import Any

from corpus.raw_document import RawDocument, as_list, merge
from jsonschema.validators import Draft202012Validator, extend, validator_for
from openapi_schema_validator import OAS30Validator, OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from support.patterns import matching
from support.scalar_values import (
    FORMATS,
    Aim,
    Day,
    File,
    Moment,
    Variant,
    anything,
    distinct,
    number,
    text,
)

_DEEPEST = 24
_DEEP = 6
"""From here on only what is required is made."""


class Shaped(dict[str, Any]):
    """An object whose properties are declared: a client gives a model."""


class Unmakeable(Exception):
    """A schema that allows no value, or none that can be found here."""


__all__ = ["Aim", "Day", "File", "Maker", "Moment", "Shaped", "Unmakeable", "Variant"]


class Maker:
    """Makes values of the schemas of one document."""

    def __init__(self, document: RawDocument) -> None:
        self.document = document
        self._tagging: set[int] = set()
        chosen = OAS30Validator if document.version < (3, 1) else OAS31Validator
        dialect = document.tree.get("jsonSchemaDialect")
        named: Any = validator_for({"$schema": dialect}, chosen) if dialect else chosen
        # By JSON Schema alone: whether a discriminator is followed differs from one release to the next.
        plain = {key: Draft202012Validator.VALIDATORS[key] for key in ("oneOf", "anyOf", "allOf")}
        self._validator: Any = extend(named, plain, format_checker=named.FORMAT_CHECKER)
        # The check that comes with it for `time` knows no offset.
        self._formats = copy.deepcopy(self._validator.FORMAT_CHECKER)
        self._formats.checkers.pop("time", None)
        root = Resource(contents=document.tree, specification=DRAFT202012)
        self._resolver = Registry().with_resource("urn:document", root).resolver("urn:document")

    def problems(self, schema: Any, value: Any) -> list[str]:
        """What is wrong with a value by the schema, by a validator of others."""
        if isinstance(value, bytes):
            return []
        validator = self._validator(schema, _resolver=self._resolver, format_checker=self._formats)
        return [error.message for error in validator.iter_errors(value)]

    def fits(self, schema: Any, value: Any) -> bool:
        """Whether a value is valid, by a validator of others."""
        validator = self._validator(schema, _resolver=self._resolver, format_checker=self._formats)
        return validator.is_valid(value)

    def make(self, schema: Any, aim: Aim, at: str = "$") -> Any:
        """A value for a schema, one that the validator accepts when it can be found. Raises `Unmakeable`."""
        first = self._make(schema, aim, at, 0)
        if aim.binary or self.fits(schema, first):
            return first
        for salt in "abcdef":
            value = self._make(schema, replace(aim, salt=aim.salt + salt), at, 0)
            if self.fits(schema, value):
                return value
        return first

    def _make(self, schema: Any, aim: Aim, at: str, depth: int) -> Any:
        if depth > _DEEPEST:
            raise Unmakeable(f"{at}: too deep")
        if depth > _DEEP and aim.variant != "minimal":
            aim = replace(aim, variant="minimal")
        heirs = self._heirs(schema)
        if heirs and depth < _DEEP:
            return self._of_heir(schema, self._pick(heirs, aim, at), aim, at, depth)
        tag = self._own_tag(schema)
        if tag is not None and id(schema) not in self._tagging:
            self._tagging.add(id(schema))
            try:
                value = self._make(schema, aim, at, depth)
            finally:
                self._tagging.discard(id(schema))
            if isinstance(value, dict) and value.get(tag[0], tag[1]) not in tag[2]:
                value[tag[0]] = tag[1]
            return value
        flat = self.document.flat(schema)
        if flat.get("never"):
            raise Unmakeable(f"{at}: nothing is allowed")
        if "const" in flat:
            return flat["const"]
        nulls = aim.variant == "nulls" and aim.nulls and depth > 0
        if nulls and self._nullable(flat) and self.fits(schema, None):
            return None
        if flat.get("enum"):
            return self._pick([v for v in flat["enum"] if v is not None] or [None], aim, at)
        if flat.get("unions"):
            return self._of_union(schema, flat, aim, at, depth)
        return self._of_type(flat, aim, at, depth)

    def _own_tag(self, schema: Any) -> tuple[str, str, tuple[str, ...]] | None:
        """The tag that a schema has among those that extend the same one: property, value, all that select it."""
        if not isinstance(schema, dict) or not isinstance(schema.get("$ref"), str):
            return None
        held = self.document.resolve(schema)
        for part in held.get("allOf", ()) if isinstance(held, dict) else ():
            base = self.document.resolve(part)
            hint = base.get("discriminator") if isinstance(base, dict) else None
            if isinstance(hint, dict) and schema["$ref"] in self._extensions.get(
                part.get("$ref", ""), ()
            ):
                found = self._tags(hint, [schema])[0]
                return found if self._takes(schema, found[0], found[1]) else None
        return None

    def _heirs(self, schema: Any) -> list[str]:
        """References to the schemas that extend one whose discriminator tells them apart, when it has no union."""
        if not isinstance(schema, dict) or not isinstance(schema.get("$ref"), str):
            return []
        held = self.document.resolve(schema)
        if not isinstance(held, dict) or not isinstance(held.get("discriminator"), dict):
            return []
        return (
            [] if "oneOf" in held or "anyOf" in held else self._extensions.get(schema["$ref"], [])
        )

    @cached_property
    def _extensions(self) -> dict[str, list[str]]:
        """By reference: the schemas that have it in their `allOf`."""
        found: dict[str, list[str]] = {}
        schemas = (self.document.tree.get("components") or {}).get("schemas") or {}
        for name, schema in schemas.items():
            for part in schema.get("allOf", ()) if isinstance(schema, dict) else ():
                if isinstance(part.get("$ref"), str):
                    found.setdefault(part["$ref"], []).append(f"#/components/schemas/{name}")
        return found

    def _of_heir(self, schema: Any, heir: str, aim: Aim, at: str, depth: int) -> Any:
        hint = self.document.resolve(schema)["discriminator"]
        branch = {"$ref": heir}
        value = self._make(branch, aim, at, depth + 1)
        name, tag, selecting = self._tags(hint, [branch])[0]
        if isinstance(value, dict) and value.get(name) not in selecting:
            value[name] = tag
        return value

    def _nullable(self, flat: dict[str, Any]) -> bool:
        if self.document.version < (3, 1):
            enum = flat.get("enum")
            return bool(flat.get("nullable")) and "type" in flat and (not enum or None in enum)
        if flat.get("type") is not None:
            return "null" in as_list(flat["type"]) and (
                not flat.get("enum") or None in flat["enum"]
            )
        if flat.get("enum"):
            return None in flat["enum"]
        return (
            any(
                all(not self.problems(branch, None) for branch in [choice])
                for union in flat.get("unions", [])
                for choice in union
            )
            and len(flat["unions"]) == 1
        )

    def _pick(self, choices: list[Any], aim: Aim, at: str) -> Any:
        if aim.variant == "minimal":
            return choices[0]
        return choices[zlib.crc32((at + aim.salt).encode()) % len(choices)]

    def _of_union(self, schema: Any, flat: dict[str, Any], aim: Aim, at: str, depth: int) -> Any:
        """A value of the first branch, counted from one that the place decides, that makes the whole schema content."""
        unions = flat["unions"]
        base = {key: value for key, value in flat.items() if key not in ("unions", "discriminator")}
        first = list(unions[0])
        tags = self._tags(flat.get("discriminator"), first)
        start = 0 if aim.variant == "minimal" else zlib.crc32((at + aim.salt).encode()) % len(first)
        order = [*range(start, len(first)), *range(start)]
        order.sort(
            key=lambda index: self.document.flat(first[index]).get("type") in ("null", ["null"])
        )
        fallback: Any = None
        found = False
        sure = len(unions) == 1 and self._told_apart(first)
        # A maximal value may have two things of which the schema wants one.
        ways = [aim] if aim.variant == "minimal" else [aim, replace(aim, variant="minimal")]
        for way, index in [(way, index) for way in ways for index in order]:
            narrowed = merge(base, self.document.flat(first[index]))
            if len(unions) > 1:
                narrowed = {**narrowed, "unions": [*narrowed.get("unions", []), *unions[1:]]}
            try:
                value = self._make(narrowed, way, at, depth + 1)
            except Unmakeable:
                continue
            if isinstance(value, dict) and index in tags:
                name, tag, selecting = tags[index]
                if value.get(name) not in selecting and self._takes(first[index], name, tag):
                    value[name] = tag
            if isinstance(value, Moment | Day) and any(
                self.document.flat(branch).get("type") == "string"
                and "format" not in self.document.flat(branch)
                for branch in first
            ):
                # Text of any kind may stand here as well, so a client need not take it for a date.
                value = str(value)
            if sure or self.fits(schema, value):
                return value
            if not found:
                fallback, found = value, True
        if not found:
            raise Unmakeable(f"{at}: no branch of a union can be made")
        return fallback

    def _told_apart(self, branches: list[Any]) -> bool:
        """Whether a value of one branch can fit no other: their types differ, or a constant of theirs does."""
        seen: set[str] = set()
        for branch in branches:
            flat = self.document.flat(branch)
            kind = flat.get("type")
            marks = (
                [str(kind)] if isinstance(kind, str) and kind not in ("integer", "number") else []
            )
            if kind == "object":
                constants = {
                    name: self.document.constant(flat["properties"][name])
                    for name in flat.get("required") or ()
                    if name in (flat.get("properties") or {})
                }
                marks = [f"object {name} {value}" for name, value in constants.items() if value][
                    :1
                ] or marks
            if not marks or marks[0] in seen or (marks[0] == "object" and len(branches) > 2):
                return False
            seen.add(marks[0])
        return True

    def _tags(
        self, discriminator: Any, branches: list[Any]
    ) -> dict[int, tuple[str, str, tuple[str, ...]]]:
        """For each branch: the discriminator's property, the value to give it, and all that select the branch."""
        if not isinstance(discriminator, dict):
            return {}
        found: dict[int, tuple[str, str, tuple[str, ...]]] = {}
        mapping = discriminator.get("mapping") or {}
        for index, branch in enumerate(branches):
            reference = branch.get("$ref", "") if isinstance(branch, dict) else ""
            if not reference:
                continue
            name = reference.rpartition("/")[2]
            tags = tuple(tag for tag, to in mapping.items() if to in (reference, name)) or (name,)
            found[index] = (discriminator["propertyName"], tags[0], tags)
        return found

    def _takes(self, branch: Any, name: str, tag: str) -> bool:
        """Whether a branch lets its tag be this: one that names its values has the last word over the discriminator."""
        whole = self.document.flat(branch)
        if whole.get("unions") and name not in (whole.get("properties") or {}):
            # A union within the union: its members have tags of their own.
            return False
        property_ = (whole.get("properties") or {}).get(name, {})
        flat = self.document.flat(property_)
        values = [flat["const"]] if "const" in flat else flat.get("enum") or [tag]
        return tag in values

    def _of_type(self, flat: dict[str, Any], aim: Aim, at: str, depth: int) -> Any:
        types = [name for name in as_list(flat.get("type") or inferred(flat)) if name]
        if "type" in flat and not types:
            raise Unmakeable(f"{at}: no type fits all")
        named = [name for name in types if name != "null"]
        kind = self._pick(named, aim, at) if named else "null" if types else "any"
        match kind:
            case "object":
                return self._object(flat, aim, at, depth)
            case "array":
                return self._array(flat, aim, at, depth)
            case "string":
                return text(flat, aim, at)
            case "integer" | "number":
                return number(flat, kind, aim)
            case "boolean":
                return aim.variant != "minimal"
            case "null":
                return None
            case _:
                return anything(aim)

    def _object(self, flat: dict[str, Any], aim: Aim, at: str, depth: int) -> Any:
        properties = flat.get("properties") or {}
        required = flat.get("required") or []
        unwanted = "readOnly" if aim.direction == "request" else "writeOnly"
        result: dict[str, Any] = Shaped() if properties else {}
        for name, schema in properties.items():
            if aim.variant == "minimal" and name not in required:
                continue
            if self.document.flat(schema).get(unwanted):
                continue
            try:
                result[name] = self._make(schema, aim, f"{at}.{name}", depth + 1)
            except Unmakeable:
                if name in required:
                    raise
        more = flat.get("additionalProperties", True)
        for name in required:
            if name not in result and name not in properties:
                result[name] = self._make(
                    self._patterned(flat, name, more), aim, f"{at}.{name}", depth + 1
                )
        self._add_more(result, flat, aim, at, depth)
        if "not" in flat:
            for name in [name for name in reversed(result) if name not in required]:
                if not self.fits(flat["not"], result):
                    break
                del result[name]
        return result

    def _patterned(self, flat: dict[str, Any], name: str, more: Any) -> Any:
        found = [s for p, s in (flat.get("patternProperties") or {}).items() if re.search(p, name)]
        return found[0] if found else more

    def _add_more(
        self, result: dict[str, Any], flat: dict[str, Any], aim: Aim, at: str, depth: int
    ) -> None:
        """Properties that only `additionalProperties` or `patternProperties` speak of."""
        least = flat.get("minProperties", 0)
        most = flat.get("maxProperties", math.inf)
        more = flat.get("additionalProperties")
        wanted: list[tuple[str, Any]] = []
        for pattern, schema in (flat.get("patternProperties") or {}).items():
            wanted.append((matching(pattern), schema))
        names = self._names(flat.get("propertyNames"), max(least, 2))
        if more is not False and (more is not None or least > len(result)):
            wanted += [(name, {} if more in (None, True) else more) for name in names]
        for name, schema in wanted:
            full = aim.variant != "minimal" and len(result) < most
            if name not in result and (full or len(result) < least):
                try:
                    result[name] = self._make(schema, aim, f"{at}.{name}", depth + 1)
                except Unmakeable:
                    if len(result) < least:
                        raise

    def _names(self, schema: Any, count: int) -> list[str]:
        flat = self.document.flat(schema) if schema else {}
        if flat.get("enum"):
            return list(flat["enum"])
        if flat.get("pattern"):
            return [matching(flat["pattern"])]
        length = flat.get("minLength", 0)
        return [f"extra_{index}".ljust(length, "x") for index in range(count)]

    def _array(self, flat: dict[str, Any], aim: Aim, at: str, depth: int) -> list[Any]:
        least = flat.get("minItems", 0)
        most = flat.get("maxItems", math.inf)
        prefix = flat.get("prefixItems") or []
        items = flat.get("items", {})
        result = [
            self._make(schema, aim, f"{at}[{index}]", depth + 1)
            for index, schema in enumerate(prefix)
        ]
        wanted = least if aim.variant == "minimal" else max(least, len(prefix) + 2)
        index = len(result)
        while items is not False and len(result) < min(wanted, most) and index < least + 20:
            try:
                value = self._make(items, aim, f"{at}[{index}]", depth + 1)
            except Unmakeable:
                if len(result) < least:
                    raise
                break
            if (
                flat.get("uniqueItems")
                and value in result
                and self.fits(items, distinct(value, index))
            ):
                value = distinct(value, index)
            index += 1
            if flat.get("uniqueItems") and value in result:
                if len(result) >= least:
                    break
                continue
            result.append(value)
        return result


def inferred(flat: dict[str, Any]) -> str:
    """The type that keywords speak of when none is named."""
    for kind, words in {
        "object": ("properties", "additionalProperties", "patternProperties", "required"),
        "array": ("items", "prefixItems", "minItems", "maxItems"),
        "string": ("pattern", "minLength", "maxLength", "contentEncoding"),
        "number": ("minimum", "maximum", "multipleOf"),
    }.items():
        if any(word in flat for word in words):
            return kind
    return "string" if flat.get("format") in FORMATS else ""
