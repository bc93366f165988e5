"""Models turned back into one JSON Schema document, in which every name is the one that the package gives it.

{"$defs": {"shared.TextChunk": {"type": "object", "properties": {"type": {"const": "text"}, ...}}}}

Other generators of models read this document instead of the API's own: variants of paths, nested unions, constants and
`allOf` are settled in it already. It follows JSON Schema 2020-12 (https://json-schema.org/draft/2020-12).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clientwright.ir import (
    AliasModel,
    AnyType,
    Array,
    Constant,
    EnumModel,
    Map,
    Model,
    Named,
    NeverType,
    Nullable,
    ObjectModel,
    Property,
    Scalar,
    ScalarUnion,
    Tuple,
    Type,
    UnionModel,
)
from clientwright.targets.python.properties import is_required
from clientwright.targets.python.twins import union_of
from clientwright.targets.python.types import Registry

Schema = dict[str, Any]

# scalar -> its schema; `binary` is what an upload takes, which is no JSON.
_SCALARS: Mapping[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "date": {"type": "string", "format": "date"},
    "date-time": {"type": "string", "format": "date-time"},
    "http-date": {"type": "string"},
    "unix-time": {"type": "number"},
    "time": {"type": "string", "format": "time"},
    "duration": {"type": "string", "format": "duration"},
    "uuid": {"type": "string", "format": "uuid"},
    "decimal-string": {"type": "string"},
    "decimal": {"type": "number"},
    "integer-string": {"type": "string"},
    "base64": {"type": "string"},
    "base64url": {"type": "string"},
    "binary": {},
}


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a document is written.

    `opened`: each union has a member for objects of a kind that is not known yet, and properties that are not named are
    left to who reads them; else they are said to be allowed. `dotted`: definitions are called `module.Name`. `described`: texts of the API's document go along.
    `closed`: objects say so where they take no other properties. `forms`: the types, with their modules, of scalars that
    JSON writes in a form of its own; others are what JSON has.
    """

    opened: bool = True
    dotted: bool = True
    described: bool = True
    closed: bool = True
    forms: Mapping[str, str] = field(default_factory=dict[str, str])


def write(registry: Registry, options: DocumentOptions) -> Schema:
    """Give the document; its definitions stand in the order of the models."""
    writer = _Writer(registry, options)
    definitions: Schema = {}
    for name, model in registry.models.items():
        own = registry.names.models[name]
        definitions[writer.key(name, own.name)] = writer.model(model)
        if options.opened and own.unknown:
            definitions[writer.key(name, own.unknown)] = writer.unknown(name, model)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}


class _Writer:
    def __init__(self, registry: Registry, options: DocumentOptions) -> None:
        self.registry = registry
        self.options = options

    def key(self, name: str, local: str) -> str:
        module = self.registry.names.models[name].module
        return f"{module}.{local}" if self.options.dotted else local

    def _reference(self, name: str, local: str) -> Schema:
        return {"$ref": f"#/$defs/{self.key(name, local)}"}

    def unknown(self, name: str, model: Model) -> Schema:
        """Give the schema of the object that holds the JSON of a union's member that is not known."""
        if not isinstance(model, UnionModel):
            first = union_of(model, self.registry.models)
            return self._reference(first, self.registry.names.models[first].unknown)
        own = self.registry.names.models[name].name
        tag = model.tag if model.tag not in ("", "raw") and model.tag.isidentifier() else "type"
        return {
            "type": "object",
            "description": f"A kind of `{own}` that this client does not know yet: `raw` holds it.",
            "properties": {"raw": {}, tag: {"const": "UNKNOWN", "default": "UNKNOWN"}},
            "required": ["raw"],
        }

    def model(self, model: Model) -> Schema:
        schema = self._model(model)
        text = model.doc.description or model.doc.summary
        if text and self.options.described:
            schema = {"description": text, **schema}
        return schema

    def _model(self, model: Model) -> Schema:
        if isinstance(model, ObjectModel):
            return self._object(model)
        if isinstance(model, EnumModel):
            return self._enum(model)
        if isinstance(model, UnionModel):
            return self._union(model)
        assert isinstance(model, AliasModel)
        return self.type(model.type)

    def _object(self, model: ObjectModel) -> Schema:
        properties = {item.wire_name: self._property(item) for item in model.properties}
        schema: Schema = {"type": "object", "properties": properties}
        required = [item.wire_name for item in model.properties if is_required(item, model)]
        if required:
            schema["required"] = required
        if model.additional is None:
            if self.options.closed:
                schema["additionalProperties"] = False
        elif isinstance(model.additional, AnyType):
            if not self.options.opened:
                schema["additionalProperties"] = True
        else:
            schema["additionalProperties"] = self.type(model.additional)
        return schema

    def _property(self, item: Property) -> Schema:
        schema = self.type(item.type)
        text = item.doc.description or item.doc.summary
        if item.constant:
            schema = {**schema, "default": item.only}
        elif item.has_default and _is_plain(item.default):
            schema = {**schema, "default": item.default}
        if text and self.options.described:
            schema = {"description": text, **schema}
        return schema

    def _enum(self, model: EnumModel) -> Schema:
        values = [item.value for item in model.values]
        kinds = list(dict.fromkeys(_json_type(value) for value in values))
        known: Schema = {"enum": values}
        if len(kinds) == 1:
            known = {"type": kinds[0], "enum": values}
        # The representation does not say which enumerations the document closes: any may come with other values.
        return {"anyOf": [known, *({"type": kind} for kind in kinds)]}

    def _union(self, model: UnionModel) -> Schema:
        members = [self.type(member.type) for member in model.members]
        if self.options.opened:
            own = self.registry.names.models[model.name]
            members.append(self._reference(model.name, own.unknown))
        return {"anyOf": members}

    def type(self, type_: Type) -> Schema:
        """Give the schema of a type."""
        if isinstance(type_, Nullable):
            inner = self.type(type_.inner)
            return {"anyOf": [*inner.get("anyOf", [inner]), {"type": "null"}]}
        if isinstance(type_, Named):
            return self._reference(type_.name, self.registry.names.models[type_.name].name)
        if isinstance(type_, Scalar):
            form = self.options.forms.get(type_.scalar)
            return {"customTypePath": form} if form else dict(_SCALARS[type_.scalar])
        if isinstance(type_, Constant):
            return {"const": type_.value}
        if isinstance(type_, Array):
            return {"type": "array", "items": self.type(type_.items)}
        if isinstance(type_, Map):
            return {"type": "object", "additionalProperties": self.type(type_.values)}
        if isinstance(type_, Tuple):
            return self._tuple(type_)
        if isinstance(type_, ScalarUnion):
            return {"anyOf": [self.type(member) for member in type_.members]}
        assert isinstance(type_, (AnyType, NeverType))
        return {}

    def _tuple(self, type_: Tuple) -> Schema:
        """Give an array of what its places may hold, which every style of models can say."""
        members = [self.type(item) for item in type_.items]
        if type_.rest is not None:
            members.append(self.type(type_.rest))
        return {"type": "array", "items": {"anyOf": members} if members else {}}


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float, bool))


def _json_type(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "number" if isinstance(value, float) else "string"
