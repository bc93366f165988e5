"""The arguments of a method: which there are, what they are called, and what each carries.

def append(
    self,
    conversation_id: str,                     path parameters, by position or keyword
    *,
    inputs: models.ConversationInputsParam,   properties of the body
    stream: Literal[False] | Unset = UNSET,
    **options: Unpack[CallOptions],
)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from clientwright.ir import (
    Named,
    ObjectModel,
    Operation,
    Parameter,
    Property,
    Type,
)
from clientwright.targets.python import text
from clientwright.targets.python.names import CALL_OPTIONS, Scope, argument_name, identifier
from clientwright.targets.python.types import Registry

WHOLE_BODY = "request"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. `source` is the parameter or property it carries, None for the whole body.

    `others` are types that the body may have in its other media types. `uploaded` says that it becomes a part of a
    multipart body that holds a file.
    """

    name: str
    wire_name: str
    location: str
    type: Type
    required: bool
    doc: str
    source: Parameter | Property | None = None
    others: tuple[Type, ...] = ()
    uploaded: bool = False

    @property
    def positional(self) -> bool:
        """Whether it may be given without its name."""
        return self.location == "path" and self.required


@dataclass(frozen=True, slots=True)
class Arguments:
    """All arguments of an operation, in the order of the signature: positional ones, required ones, others.

    `whole` is the argument that takes the body in one piece although its properties are arguments too, None when
    there is no such.
    """

    items: tuple[Argument, ...]
    whole: Argument | None = None
    _by_source: dict[int, Argument] = field(
        init=False, repr=False, compare=False, default_factory=dict[int, Argument]
    )

    def __post_init__(self) -> None:
        self._by_source.update((id(item.source), item) for item in reversed(self.items))

    @property
    def body_fields(self) -> tuple[Argument, ...]:
        """The arguments that carry a property of the body, for which there may be none of its own."""
        return tuple(item for item in self.items if item.location == "body-field" and item.source)

    def of(self, parameter: Parameter) -> Argument | None:
        """Find the argument of a parameter."""
        return self._by_source.get(id(parameter))


def plan(operation: Operation, registry: Registry) -> Arguments:
    """Say what arguments the method of an operation has."""
    scope = Scope()
    found: list[Argument] = []
    ordered = sorted(operation.parameters, key=lambda item: item.location != "path")
    for parameter in ordered:
        found.append(
            Argument(
                name=scope.add(argument_name(parameter.name)),
                wire_name=parameter.wire_name,
                location=parameter.location,
                type=parameter.type,
                required=parameter.required and not parameter.constant,
                doc=text.of_argument(parameter),
                source=parameter,
            )
        )
    whole: Argument | None = None
    model = body_model(operation, registry)
    if operation.body is not None and model is not None:
        found += _body_fields(operation, model, scope, registry)
        whole = _whole(operation, scope, WHOLE_BODY, required=False)
    elif operation.body is not None:
        name = identifier(operation.body.name, "body")
        found.append(
            _whole(
                operation,
                scope,
                f"{name}_" if name in CALL_OPTIONS or name in ("self", "options") else name,
                required=operation.body.required,
            )
        )
    return Arguments(
        (
            *(item for item in found if item.positional),
            *(item for item in found if not item.positional and item.required),
            *(item for item in found if not item.positional and not item.required),
        ),
        whole,
    )


def body_model(operation: Operation, registry: Registry) -> ObjectModel | None:
    """Give the model whose properties are arguments, None when the body is one argument or there is none."""
    body = operation.body
    if body is None or not body.flatten or not body.contents:
        return None
    type_ = body.contents[0].type
    model = registry.models.get(type_.name) if isinstance(type_, Named) else None
    return model if isinstance(model, ObjectModel) else None


def _body_fields(
    operation: Operation, model: ObjectModel, scope: Scope, registry: Registry
) -> list[Argument]:
    pinned = {name for name, _ in operation.pinned}
    must = operation.body is not None and operation.body.required
    return [
        Argument(
            name=scope.add(argument_name(item.name)),
            wire_name=item.wire_name,
            location="body-field",
            type=item.type,
            required=must and item.required and not item.constant,
            doc=text.of_argument(item),
            source=item,
            uploaded=(model.name, item.wire_name) in registry.files,
        )
        for item in model.properties
        if not item.read_only and item.wire_name not in pinned
    ]


def _whole(operation: Operation, scope: Scope, name: str, *, required: bool) -> Argument:
    body = operation.body
    assert body is not None
    doc = text.paragraphs(body.doc.summary, body.doc.description)
    if name == WHOLE_BODY and body.flatten:
        doc = "The whole body at once, in place of its properties one by one."
    return Argument(
        name=scope.add(name),
        wire_name=body.name,
        location="body",
        type=body.contents[0].type,
        required=required,
        doc=doc,
        others=tuple(content.type for content in body.contents[1:]),
    )
