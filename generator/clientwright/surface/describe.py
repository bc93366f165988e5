"""From the representation, and the names that a target gives, to the surface."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Any

from clientwright import ir
from clientwright.surface.model import Argument, Field, Method, Model, Security, Surface
from clientwright.surface.types import TypeJson, type_json
from clientwright.targets.files import ArgumentName, CallNames
from clientwright.targets.public import PublicNames


def describe(api: ir.Api, names: PublicNames) -> Surface:
    """Give the surface of a client."""
    models = {name: item.name for name, item in names.models.items()}
    operations = {item.id: item for item in api.operations}
    return Surface(
        package=names.package,
        client_class=names.client_class,
        arguments=names.arguments,
        servers={
            server.name or str(number): server.url for number, server in enumerate(api.servers)
        },
        security=_security(api.security),
        types=names.types,
        methods={
            call.call: _method(operations[call.operation], call, api, models, names.errors)
            for call in names.calls
        },
        models={
            models[name]: _model(model, names.models[name].fields, models)
            for name, model in api.models.items()
        },
        errors={name: models[model] for model, name in names.errors.items()},
    )


def _method(
    operation: ir.Operation,
    call: CallNames,
    api: ir.Api,
    models: Mapping[str, str],
    errors: Mapping[str, str],
) -> Method:
    types = _argument_types(operation, api)
    return Method(
        operation=operation.id,
        sends=f"{operation.method} {operation.path_key}",
        returns=_returns(operation, models),
        arguments={item.argument: _argument(item, types, models) for item in call.arguments},
        async_call=call.async_call if call.async_call != call.call else "",
        streams=operation.streams,
        paginated=operation.pagination is not None,
        deprecated=operation.doc.deprecated,
        errors=tuple(
            dict.fromkeys(
                errors[content.type.name]
                for response in operation.responses
                if response.error
                for content in response.contents
                if isinstance(content.type, ir.Named) and content.type.name in errors
            )
        ),
        security=_security(operation.security) if operation.security != api.security else None,
        servers=tuple(server.url for server in operation.servers),
        retries=_retries(operation.retries),
    )


def _security(requirements: Sequence[ir.Requirement]) -> Security:
    return tuple(tuple(sorted(name for name, _ in item.schemes)) for item in requirements)


def _retries(retries: ir.Retries | None) -> Mapping[str, Any]:
    """Give what is said of retries where that is not the default; nothing where nothing is said."""
    if retries is None:
        return {}
    usual = dataclasses.asdict(ir.Retries())
    given = dataclasses.asdict(retries)
    said = {key: value for key, value in given.items() if value != usual[key]}
    return {"enabled": retries.enabled, **json.loads(json.dumps(said))}


def _argument(
    item: ArgumentName, types: Mapping[tuple[str, str], ir.Type], models: Mapping[str, str]
) -> Argument:
    type_ = types.get((item.location, item.name_on_wire), ir.AnyType())
    return Argument(
        wire_name=item.name_on_wire,
        location=item.location,
        type=type_json(type_, models),
        required=item.required,
        positional=item.location == "path" and item.required,
    )


def _argument_types(operation: ir.Operation, api: ir.Api) -> Mapping[tuple[str, str], ir.Type]:
    """Give the type of what each argument carries, by its place and name on the wire."""
    types: dict[tuple[str, str], ir.Type] = {
        (item.location, item.wire_name): item.type for item in operation.parameters
    }
    if operation.body is None or not operation.body.contents:
        return types
    type_ = operation.body.contents[0].type
    types["body", ""] = types["body", operation.body.name] = type_
    model = api.models.get(type_.name) if isinstance(type_, ir.Named) else None
    if isinstance(model, ir.ObjectModel):
        types.update({("body-field", item.wire_name): item.type for item in model.properties})
    return types


def _returns(operation: ir.Operation, models: Mapping[str, str]) -> TypeJson:
    found: list[TypeJson] = []
    for response in operation.responses:
        if response.error:
            continue
        for content in response.contents:
            type_ = type_json(content.type, models)
            if type_ not in found:
                found.append(type_)
    if len(found) > 1:
        return {"any": found}
    return found[0] if found else ""


def _model(model: ir.Model, fields: Mapping[str, str], models: Mapping[str, str]) -> Model:
    deprecated = model.doc.deprecated
    direction = "both" if model.direction == "none" else model.direction
    match model:
        case ir.ObjectModel():
            held = {
                fields.get(item.wire_name, item.name): Field(
                    item.wire_name,
                    type_json(item.type, models),
                    item.required,
                    item.doc.deprecated,
                )
                for item in model.properties
            }
            return Model("object", direction, fields=held, deprecated=deprecated)
        case ir.EnumModel():
            values = tuple(item.value for item in model.values)
            return Model("enum", direction, values=values, deprecated=deprecated)
        case ir.UnionModel():
            members = tuple(type_json(item.type, models) for item in model.members)
            return Model("union", direction, members=members, deprecated=deprecated)
        case ir.AliasModel():
            type_ = type_json(model.type, models)
            return Model("alias", direction, type=type_, deprecated=deprecated)
