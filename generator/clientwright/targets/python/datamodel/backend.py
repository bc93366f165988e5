"""datamodel-code-generator, called as a library.

This module alone imports it, and is loaded only when a flavour asks for it: the import takes longer than generating.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from typing import Any

import datamodel_code_generator as library
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DateClassType, DatetimeClassType

# What the runtime of the package is called in names of classes; the imports are put right in what comes back.
_IMPORT = re.compile(r"^from clientwright_runtime\.(\w+) import (.+)$", re.MULTILINE)
# Styles whose classes derive from one of the runtime.
_DERIVED = frozenset({"msgspec", "pydantic_v2"})
_DESCRIBED = {"use_attribute_docstrings": True, "use_field_description": True}

# style -> type of output, and what else it is told
_STYLES: Mapping[str, tuple[DataModelType, Mapping[str, Any]]] = {
    "dataclasses": (DataModelType.DataclassesDataclass, _DESCRIBED),
    "msgspec": (DataModelType.MsgspecStruct, {}),
    "typed-dict": (DataModelType.TypingTypedDict, _DESCRIBED),
    "pydantic_v2": (
        DataModelType.PydanticV2BaseModel,
        {**_DESCRIBED, "use_type_alias": True},
    ),
    "pydantic_v2-dataclasses": (DataModelType.PydanticV2Dataclass, _DESCRIBED),
    "pydantic_v2-alone": (DataModelType.PydanticV2BaseModel, _DESCRIBED),
}


def write(
    document: Mapping[str, Any], style: str, record: str, aliases: Mapping[str, str]
) -> Mapping[str, str]:
    """Write the modules of models for a JSON Schema document: name of the module -> its source.

    `record` is what classes derive from, where the style needs it: a path below `clientwright_runtime`, which stands for
    the runtime, with underscores behind a name that a model has. `aliases` maps `Class.key` to the field that is to have the key. A document without dots in its names gives one
    module, called ``. The style `pydantic_v2-alone` needs no runtime. Raises `ValueError` when the library refuses the document.
    """
    output_type, extra = _STYLES[style]
    if style in _DERIVED:
        extra = {**extra, "base_class": record}
    with warnings.catch_warnings():
        # It warns of what msgspec cannot decode by itself, which the runtime does in its place.
        warnings.simplefilter("ignore")
        try:
            written = library.generate(
                document,
                input_file_type=library.InputFileType.JsonSchema,
                output_model_type=output_type,
                target_python_version=library.PythonVersion.PY_310,
                output_datetime_class=DatetimeClassType.Datetime,
                output_date_class=DateClassType.Date,
                enum_field_as_literal=library.LiteralType.All,
                aliases=dict(aliases),
                custom_file_header="",
                custom_class_name_generator=_same,
                disable_appending_item_suffix=True,
                disable_timestamp=True,
                formatters=[],
                keep_model_order=True,
                keyword_only=True,
                skip_root_model=True,
                treat_dot_as_module=True,
                use_double_quotes=True,
                use_one_literal_as_default=True,
                use_schema_description=True,
                use_standard_collections=True,
                use_union_operator=True,
                **extra,
            )
        except library.Error as problem:
            raise ValueError(str(problem)) from problem
    if isinstance(written, str):
        return {"": written}
    modules = written or {}
    return {
        "/".join(path).removesuffix(".py"): _IMPORT.sub(_imported, str(text))
        for path, text in modules.items()
        if path[-1] != "__init__.py"
    }


def _imported(found: re.Match[str]) -> str:
    names = (
        name if name == name.rstrip("_") else f"{name.rstrip('_')} as {name}"
        for name in found[2].split(", ")
    )
    return f"from .._runtime.{found[1]} import {', '.join(names)}"


def _same(name: str) -> str:
    return name
