"""datamodel-code-generator, called as a library.

This module alone imports it, and is loaded only when a flavour asks for it: the import takes longer than generating.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

import datamodel_code_generator as library
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DateClassType, DatetimeClassType

OUTPUT_TYPES = {
    "dataclasses": DataModelType.DataclassesDataclass,
    "msgspec": DataModelType.MsgspecStruct,
    "pydantic_v2": DataModelType.PydanticV2BaseModel,
}
# What structs of msgspec derive from; the import is put right in what comes back.
_BASE = "clientwright_runtime.Record"
_IMPORTS = ("from clientwright_runtime import Record", "from .._runtime.records import Record")


def write(document: Mapping[str, Any], style: str, aliases: Mapping[str, str]) -> Mapping[str, str]:
    """Write the modules of models for a JSON Schema document: name of the module -> its source.

    `aliases` maps `Class.key` to the field that is to have the key. A document without dots in its names gives one
    module, called ``. Raises `ValueError` when the library refuses the document.
    """
    extra: dict[str, Any] = {"base_class": _BASE} if style == "msgspec" else {}
    with warnings.catch_warnings():
        # It warns of what msgspec cannot decode by itself, which the runtime does in its place.
        warnings.simplefilter("ignore")
        try:
            written = library.generate(
                document,
                input_file_type=library.InputFileType.JsonSchema,
                output_model_type=OUTPUT_TYPES[style],
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
                use_attribute_docstrings=style != "msgspec",
                use_double_quotes=True,
                use_field_description=style != "msgspec",
                use_one_literal_as_default=True,
                use_schema_description=True,
                use_standard_collections=True,
                use_union_operator=True,
                **extra,
            )
        except library.Error as problem:
            raise ValueError(str(problem)) from problem
    if isinstance(written, str):
        return {"": written.replace(*_IMPORTS)}
    modules = written or {}
    return {
        "/".join(path).removesuffix(".py"): str(text).replace(*_IMPORTS)
        for path, text in modules.items()
        if path[-1] != "__init__.py"
    }


def _same(name: str) -> str:
    return name
