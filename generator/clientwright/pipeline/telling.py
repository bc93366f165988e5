"""What is told of a document and of runs, as plain JSON values."""

from __future__ import annotations

from typing import Any

from clientwright import ir
from clientwright.diagnostics import Diagnostic, Severity
from clientwright.pipeline.preparing import Prepared
from clientwright.targets import CallNames
from clientwright.targets.python import PythonOptions, PythonTarget


def inspect(prepared: Prepared, options: PythonOptions) -> dict[str, Any]:
    """Say what would be generated, as plain JSON values; the shape is that of `clientwright inspect --json`."""
    names = {call.operation: call for call in PythonTarget().call_names(prepared.api, options)}
    return {
        "title": prepared.api.title,
        "operations": [_operation(item, names[item.id]) for item in prepared.api.operations],
        "models": [
            {"name": model.name, "schema": model.schema, "kind": model.kind}
            for model in prepared.api.models.values()
        ],
        "findings": [finding.to_json() for finding in prepared.diagnostics],
    }


def samples(prepared: Prepared, options: PythonOptions) -> dict[str, Any]:
    """Give an Overlay document that adds `x-codeSamples` to every operation of the document, as plain JSON values."""
    return PythonTarget().samples(prepared.api, options)


def _operation(item: ir.Operation, names: CallNames) -> dict[str, Any]:
    return {
        "operation_id": item.id,
        "http_method": item.method,
        "path_key": item.path_key,
        "path": item.path,
        "variant": item.variant,
        "call": names.call,
        "async_call": names.async_call,
        "streams": item.streams,
        "paginated": item.pagination is not None,
        "deprecated": item.doc.deprecated,
        "parameters": [
            {
                "name_on_wire": argument.name_on_wire,
                "in": argument.location,
                "argument": argument.argument,
                "required": argument.required,
            }
            for argument in names.arguments
        ],
    }


def not_honoured(prepared: Prepared) -> tuple[Diagnostic, ...]:
    """Give the findings that say that something in the document was not honoured."""
    return tuple(
        finding for finding in prepared.diagnostics if finding.severity is not Severity.INFO
    )
