"""Models that only `group_9_lives` uses."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import NotRequired, TypedDict

from .._runtime.markers import Constant as _Constant, Lenient as _Lenient
from .._runtime.models import Model as _Model


class Constant(_Model, constants=("kind",), not_null=("value",)):
    kind: Annotated[Literal["constant"], _Constant()] = "constant"
    value: Annotated[str | int, _Lenient()] | None = None


class ConstantDict(TypedDict):
    """What may be given for `Constant`."""

    kind: NotRequired[Literal["constant"]]
    value: NotRequired[str | int]


class Lenient(_Model, not_null=("value",)):
    value: Annotated[str | int, _Lenient()] | None = None


class LenientDict(TypedDict):
    """What may be given for `Lenient`."""

    value: NotRequired[str | int]


class Model(
    _Model,
    not_null=(
        "json_",
        "schema_",
        "model_config_",
        "model_dump_",
        "init",
        "private",
        "true",
        "date",
        "list",
        "value_1st",
        "a_b",
        "a_minus_b",
        "日本",
        "empty",
        "constant",
        "lenient",
    ),
):
    class_: Annotated[str, Field(alias="class")]
    copy_: Annotated[int, Field(alias="copy")]
    json_: Annotated[str | None, Field(alias="json")] = None
    schema_: Annotated[str | None, Field(alias="schema")] = None
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    init: Annotated[str | None, Field(alias="__init__")] = None
    private: Annotated[str | None, Field(alias="_private")] = None
    true: Annotated[bool | None, Field(alias="True")] = None
    date: datetime.date | None = None
    list: builtins.list[int] | None = None
    value_1st: Annotated[str | None, Field(alias="1st")] = None
    a_b: Annotated[str | None, Field(alias="a b")] = None
    a_minus_b: Annotated[str | None, Field(alias="a-b")] = None
    日本: str | None = None
    empty: Annotated[str | None, Field(alias="")] = None
    constant: Constant | None = None
    lenient: Lenient | None = None


ModelDict = TypedDict(
    "ModelDict",
    {
        "class": "str",
        "copy": "int",
        "json": "NotRequired[str]",
        "schema": "NotRequired[str]",
        "model_config": "NotRequired[str]",
        "model_dump": "NotRequired[str]",
        "__init__": "NotRequired[str]",
        "_private": "NotRequired[str]",
        "True": "NotRequired[bool]",
        "date": "NotRequired[datetime.date | str]",
        "list": "NotRequired[Sequence[int]]",
        "1st": "NotRequired[str]",
        "a b": "NotRequired[str]",
        "a-b": "NotRequired[str]",
        "日本": "NotRequired[str]",
        "constant": "NotRequired[Constant | ConstantDict]",
        "lenient": "NotRequired[Lenient | LenientDict]",
    },
)
"""What may be given for `Model`."""
