"""What a surface consists of, and how it is written as JSON and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from clientwright.surface.types import TypeJson

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each the schemes that go together; without any alternative nothing is needed, as with an empty one."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method. `location` is that of `inspect --json`; `positional` ones keep their order."""

    wire_name: str
    location: str
    type: TypeJson
    required: bool
    positional: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """A method. `returns` is the type of one event for a stream, and empty for nothing.

    `sends` is the HTTP method and path key; `operation` the operation's id. `security` are the credentials that it asks
    for, `servers` the URLs that it goes to, None and empty where those of the client are meant; `retries` what the document
    says of repeating it.
    """

    operation: str
    sends: str
    returns: TypeJson
    arguments: Mapping[str, Argument] = field(default_factory=dict[str, Argument])
    async_call: str = ""
    streams: bool = False
    paginated: bool = False
    deprecated: bool = False
    errors: tuple[str, ...] = ()
    security: Security | None = None
    servers: tuple[str, ...] = ()
    retries: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model; `wire_name` is its key in JSON."""

    wire_name: str
    type: TypeJson
    required: bool
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """A model. What it holds depends on `kind`: `object` has fields, `enum` values, `union` members, `alias` a type."""

    kind: str
    direction: str
    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])
    values: tuple[Any, ...] = ()
    members: tuple[TypeJson, ...] = ()
    type: TypeJson = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything that users of a client write, by the names they write.

    `arguments` are those that construct the client, each with the kind of security scheme it is for. `servers` are URLs by the name
    or the number that chooses one, the default first. `security` are the credentials that calls ask for. `types` are names beside the models, each with
    what it is: `dict of Agent`.
    """

    package: str
    client_class: str
    arguments: Mapping[str, str]
    servers: Mapping[str, str]
    methods: Mapping[str, Method]
    models: Mapping[str, Model]
    errors: Mapping[str, TypeJson]
    security: Security = ()
    types: Mapping[str, str] = field(default_factory=dict[str, str])


def to_json(surface: Surface) -> dict[str, Any]:
    """Give the surface as plain JSON values, sorted where the order says nothing; what has its default is left out."""
    return {
        "package": surface.package,
        "client_class": surface.client_class,
        "arguments": dict(surface.arguments),
        "servers": dict(surface.servers),
        "security": [list(item) for item in surface.security],
        "methods": {name: _method(item) for name, item in sorted(surface.methods.items())},
        "models": {name: model_json(item) for name, item in sorted(surface.models.items())},
        "types": dict(sorted(surface.types.items())),
        "errors": dict(sorted(surface.errors.items())),
    }


def _method(item: Method) -> dict[str, Any]:
    given: dict[str, Any] = {
        "operation": item.operation,
        "sends": item.sends,
        "returns": item.returns,
        "async": item.async_call,
        "streams": item.streams,
        "paginated": item.paginated,
        "deprecated": item.deprecated,
        "errors": sorted(item.errors),
        "servers": list(item.servers),
        "retries": dict(item.retries),
        "arguments": {
            name: _given(
                {
                    "wire": argument.wire_name,
                    "in": argument.location,
                    "type": argument.type,
                    "required": argument.required,
                    "positional": argument.positional,
                }
            )
            for name, argument in item.arguments.items()
        },
    }
    given = _given(given)
    if item.security is not None:
        # Without any, nothing is needed: that is not the same as what the client needs.
        given["security"] = [list(alternative) for alternative in item.security]
    return given


def model_json(item: Model) -> dict[str, Any]:
    """Give a model as plain JSON values; what has its default is left out."""
    fields = {
        name: _given(
            {
                "wire": entry.wire_name,
                "type": entry.type,
                "required": entry.required,
                "deprecated": entry.deprecated,
            }
        )
        for name, entry in item.fields.items()
    }
    return _given(
        {
            "kind": item.kind,
            "direction": item.direction,
            "type": item.type,
            "values": list(item.values),
            "members": list(item.members),
            "deprecated": item.deprecated,
            "fields": fields,
        }
    )


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says no or nothing."""
    return {
        key: value
        for key, value in values.items()
        if value is not False and value not in ("", [], {})
    }


def from_json(kept: Any) -> Surface:
    """Read what `to_json` gave. Raises `ValueError`, `TypeError`, `KeyError` or `AttributeError` for anything else."""
    return Surface(
        package=str(kept["package"]),
        client_class=str(kept["client_class"]),
        arguments={str(key): str(value) for key, value in kept["arguments"].items()},
        servers={str(name): str(url) for name, url in kept["servers"].items()},
        security=_read_security(kept["security"]),
        types={str(name): str(what) for name, what in kept["types"].items()},
        methods={str(name): _read_method(item) for name, item in kept["methods"].items()},
        models={str(name): _read_model(item) for name, item in kept["models"].items()},
        errors=dict(kept["errors"]),
    )


def _read_method(item: Any) -> Method:
    return Method(
        operation=item["operation"],
        sends=item["sends"],
        returns=item.get("returns", ""),
        arguments={
            str(name): Argument(
                wire_name=entry["wire"],
                location=entry["in"],
                type=entry["type"],
                required=entry.get("required", False),
                positional=entry.get("positional", False),
            )
            for name, entry in item.get("arguments", {}).items()
        },
        async_call=item.get("async", ""),
        streams=item.get("streams", False),
        paginated=item.get("paginated", False),
        deprecated=item.get("deprecated", False),
        errors=tuple(item.get("errors", ())),
        servers=tuple(item.get("servers", ())),
        retries=dict(item.get("retries", {})),
        security=_read_security(item["security"]) if "security" in item else None,
    )


def _read_security(kept: Any) -> Security:
    return tuple(tuple(str(name) for name in alternative) for alternative in kept)


def _read_model(item: Any) -> Model:
    return Model(
        kind=item["kind"],
        direction=item["direction"],
        fields={
            str(name): Field(
                entry["wire"],
                entry["type"],
                entry.get("required", False),
                entry.get("deprecated", False),
            )
            for name, entry in item.get("fields", {}).items()
        },
        values=tuple(item.get("values", ())),
        members=tuple(item.get("members", ())),
        type=item.get("type", ""),
        deprecated=item.get("deprecated", False),
    )
