"""Reading answers in which a server left out, or set to null, what the document says is required.

Servers do so, and a value that is not there is better read as None than lost with everything around it. An object of
which nothing that is required is there is refused all the same: it is something else.
"""

from __future__ import annotations

from typing import Any, Final, cast

import pydantic
from pydantic_core import SchemaValidator, core_schema

CONFIG: Final = core_schema.CoreConfig(
    extra_fields_behavior="allow",
    validate_by_alias=True,
    validate_by_name=True,
    val_json_bytes="base64",
)
_validators: dict[int, tuple[Any, SchemaValidator]] = {}


def read_again(
    type_: Any, schema: Any, problem: pydantic.ValidationError, data: Any, text: bool
) -> Any:
    """Read data once more when all that was wrong with it is what is missing; else raise the problem.

    `schema` is the core schema of the type; `text` tells JSON text from Python values.
    """
    for error in problem.errors(include_url=False, include_context=False):
        if error["type"] != "missing" and error["input"] is not None:
            raise problem
    known = _validators.get(id(type_))
    if known is None or known[0] is not type_:
        known = (type_, SchemaValidator(_relax(schema), CONFIG))
        _validators[id(type_)] = known
    try:
        validator = known[1]
        return (
            validator.validate_json(data) if text else validator.validate_python(data)
        )
    except pydantic.ValidationError:
        raise problem from None


def _relax(schema: Any) -> Any:
    """Copy a core schema with every required field optional and nullable."""
    if isinstance(schema, (list, tuple)):
        items = [_relax(item) for item in cast("list[Any]", schema)]
        return items if isinstance(schema, list) else tuple(items)
    if not isinstance(schema, dict):
        return schema
    copy: dict[str, Any] = {
        key: value if key in ("metadata", "serialization", "config") else _relax(value)
        for key, value in cast("dict[str, Any]", schema).items()
    }
    kind = copy.get("type")
    if kind == "model-field" and copy["schema"].get("type") != "default":
        optional = core_schema.nullable_schema(copy["schema"])
        copy["schema"] = core_schema.with_default_schema(optional, default=None)
    elif kind == "model":
        # Not a model schema again: for that, pydantic would take the strict validator which the class has already.
        recognise = _Recognise(copy["cls"])
        return core_schema.no_info_after_validator_function(
            recognise, copy["schema"], ref=copy.get("ref")
        )
    return copy


class _Recognise:
    """Makes a model of its validated fields, unless nothing that is required was among them."""

    def __init__(self, type_: type[pydantic.BaseModel]) -> None:
        self.type = type_

    def __call__(self, fields: tuple[dict[str, Any], dict[str, Any], set[str]]) -> Any:
        values, extra, given = fields
        model_fields = self.type.model_fields.items()
        required = [name for name, field in model_fields if field.is_required()]
        if required and all(values[name] is None for name in required):
            raise ValueError("nothing that is required is there")
        return assemble(self.type, values, given, extra)


def assemble(
    type_: Any, values: dict[str, Any], given: set[str], extra: dict[str, Any]
) -> Any:
    """Make a model of values that are valid already: `model_construct` without its search for defaults."""
    model = type_.__new__(type_)
    put = object.__setattr__
    put(model, "__dict__", values)
    put(model, "__pydantic_fields_set__", given)
    put(model, "__pydantic_extra__", extra)
    put(model, "__pydantic_private__", None)
    return model
