"""A whole client: the operations of a document, the resources that hold them, and the models that they need."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clientwright.build.fates import Fate, with_findings
from clientwright.build.findings import Findings
from clientwright.build.hints import report_unexpressed
from clientwright.build.methods import Placed, method_names, naming_rules, operation_ids
from clientwright.build.names import Scope
from clientwright.build.operations import Identity, OperationBuilder, types_used
from clientwright.build.resources import Path, Places, resource_tree
from clientwright.build.responses import answers_with_array
from clientwright.build.retries import RETRIES, retries_of
from clientwright.build.security import requirements, security_schemes
from clientwright.build.select import Selection
from clientwright.build.servers import servers
from clientwright.build.types import Types
from clientwright.build.value_shapes import Direction
from clientwright.diagnostics import Diagnostic
from clientwright.ir import api as ir
from clientwright.ir.models import Doc
from clientwright.ir.operations import Operation
from clientwright.ir.types import Type
from clientwright.normalise import form

IGNORE = "x-clientwright-ignore"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build.

    `select_tags` are dotted paths of tags; none selects every operation. `target` leaves out what
    `x-clientwright-ignore` lists for it.
    """

    select_tags: tuple[str, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A client, what was found while building it, and what became of each selected operation.

    `fates` is by operation id (the operationId, or `METHOD path_key`). A degraded operation is there, but a
    finding tells what of it could not be honoured.
    """

    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]
    fates: Mapping[str, Fate]


def build(
    api: form.Api, options: BuildOptions = BuildOptions(), found: Iterable[Diagnostic] = ()
) -> Built:
    """Build the client for `api`. Names do not depend on what is selected. Nothing is raised.

    `found` is what earlier stages have found, which tells of the operations and models at its pointers too.
    """
    findings = Findings()
    types = Types(api)
    places = Places(api.tags, findings)
    identities = _identities(api, types, places, findings)
    schemes, names = security_schemes(api.security_schemes)
    security = requirements(api.security, names, findings, "#/security")
    builder = OperationBuilder(
        api,
        types,
        findings,
        names,
        security,
        retries_of(api.extensions.get(RETRIES), findings, "#"),
        _method_scopes(identities),
    )
    report_unexpressed("document", api.extensions, "#", findings)
    selected = _selected(api, identities, options, findings)
    operations, fates = _operations(selected, builder, options.target, findings)
    kept = [(operation.id, operation.resource) for operation in operations]
    resources = resource_tree(kept, places.docs())
    models = types.finish(_uses(operations, resources))
    fates = with_findings(fates, operations, models, (*found, *types.diagnostics))
    if options.select_tags:
        models = {name: model for name, model in models.items() if model.direction != "none"}
    built = ir.Api(
        title=api.title,
        version=api.version,
        doc=Doc(summary=api.summary, description=api.description),
        servers=servers(api.servers),
        security_schemes=schemes,
        security=security,
        resources=resources,
        operations=operations,
        models=models,
        contact=ir.Contact(api.contact, api.license, api.terms_of_service),
    )
    return Built(built, (*findings.items, *types.diagnostics), fates)


def _identities(api: form.Api, types: Types, places: Places, findings: Findings) -> list[Identity]:
    """Name every operation of the document, in its order."""
    placed = [Placed(operation, places.of(operation)) for operation in api.operations]
    ids = operation_ids(api.operations, findings)
    names = method_names(
        placed,
        [item.resource for item in placed],
        lambda operation: answers_with_array(operation, types),
        findings,
        naming_rules(api.extensions),
    )
    scope = Scope("_")
    return [
        Identity(id_, item.resource, name, _model_words(item.resource, name, scope))
        for item, id_, name in zip(placed, ids, names, strict=True)
    ]


def _model_words(resource: Path, name: str, scope: Scope) -> tuple[str, ...]:
    """Return the words that begin the names of an operation's inline models, unlike those of any other operation."""
    candidates = [(*resource[start:], name) for start in range(len(resource), -1, -1)]
    if "_" not in name and len(candidates) > 1:
        # One word alone (`list`) says too little.
        candidates = candidates[1:]
    keys = ["_".join(candidate) for candidate in candidates]
    taken = scope.take(*keys)
    return candidates[keys.index(taken)] if taken in keys else (taken,)


def _method_scopes(identities: Iterable[Identity]) -> Mapping[Path, Scope]:
    scopes: dict[Path, Scope] = {}
    for identity in identities:
        scopes.setdefault(identity.resource, Scope("_")).take(identity.name)
        for depth in range(len(identity.resource)):
            above = scopes.setdefault(identity.resource[:depth], Scope("_"))
            if identity.resource[depth] not in above:
                above.take(identity.resource[depth])
    return scopes


def _nearest_tags(tag: str, api: form.Api) -> str:
    known = sorted({tag for operation in api.operations for tag in operation.tags})
    near = difflib.get_close_matches(tag, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"the tags are {', '.join(known)}" if known else "no operation of the document has a tag"


def _selected(
    api: form.Api, identities: Sequence[Identity], options: BuildOptions, findings: Findings
) -> list[tuple[form.Operation, Identity]]:
    selection = Selection(options.select_tags)
    wanted = [
        (operation, identity)
        for operation, identity in zip(api.operations, identities, strict=True)
        if selection.has(identity.resource, operation.tags)
    ]
    for tag in selection.unused():
        findings.warning(
            "select-unused",
            "",
            f"no operation has the tag {tag!r}",
            _nearest_tags(tag, api),
        )
    return wanted


def _operations(
    selected: Iterable[tuple[form.Operation, Identity]],
    builder: OperationBuilder,
    target: str,
    findings: Findings,
) -> tuple[tuple[Operation, ...], Mapping[str, Fate]]:
    built: list[Operation] = []
    fates: dict[str, Fate] = {}
    for operation, identity in selected:
        if _is_ignored(operation.extensions.get(IGNORE), target):
            findings.info(
                "operation-ignored",
                operation.pointer,
                f"{identity.id} is left out, as {IGNORE} asks",
            )
            fates[identity.id] = "dropped"
            continue
        report_unexpressed("operation", operation.extensions, operation.pointer, findings)
        before = findings.degrading
        try:
            built.extend(builder.build(operation, identity))
        except Exception as problem:  # one operation that fails must not take the others with it
            findings.error(
                "operation-dropped",
                operation.pointer,
                f"operation {identity.id} cannot be written: {type(problem).__name__}: {problem}",
                "please report this with the operation's part of the document",
            )
            fates[identity.id] = "dropped"
            continue
        fates[identity.id] = "degraded" if findings.degrading > before else "generated"
    return tuple(built), fates


def _is_ignored(value: object, target: str) -> bool:
    return value is True or (isinstance(value, list) and target in value)


def _uses(
    operations: Iterable[Operation], resources: Iterable[ir.Resource]
) -> list[tuple[str, Type, Direction]]:
    groups = {resource.path: resource.group for resource in resources}
    return [
        (groups[operation.resource], type_, direction)
        for operation in operations
        for type_, direction in types_used(operation)
    ]
