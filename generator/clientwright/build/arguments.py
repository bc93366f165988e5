"""Arguments of a method: one name for each, unique among all of an operation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clientwright.build.names import Scope
from clientwright.build.words import snake
from clientwright.normalise import form

NAME = "x-clientwright-name"
WHOLE_BODY = "request"


@dataclass(frozen=True, slots=True)
class ArgumentNames:
    """Names of the parameters, in their order, and of the argument for the whole body.

    `flatten` says that the body's properties are free to be arguments of their own.
    """

    parameters: tuple[str, ...]
    body: str
    flatten: bool


def argument_names(
    parameters: Sequence[form.Parameter], properties: Iterable[str] | None
) -> ArgumentNames:
    """Name the arguments of an operation.

    `properties` are the code names of the body's properties, None when the body cannot be flattened anyway. It is not
    flattened either when one of them is a parameter's name too: that parameter keeps its name. Parameters of the same
    name in different places are told apart by their place (`id`, `id_query`).
    """
    scope = Scope("_")
    names: list[str] = [""] * len(parameters)
    # Who already is what it would be called comes first, so that `user_id` is not pushed aside by `user-id`.
    order = sorted(range(len(parameters)), key=lambda index: _rank(parameters[index]))
    for index in order:
        parameter = parameters[index]
        wanted = _wanted(parameter)
        names[index] = scope.take(wanted, f"{wanted}_{parameter.in_}")
    fields = tuple(properties) if properties is not None else ()
    flatten = properties is not None and not any(field in scope for field in fields)
    if flatten:
        for field in fields:
            scope.take(field)
    body = scope.take(WHOLE_BODY, f"{WHOLE_BODY}_body")
    return ArgumentNames(tuple(names), body, flatten)


def _rank(parameter: form.Parameter) -> tuple[bool, bool, bool]:
    return (
        NAME not in parameter.extensions,
        parameter.in_ != "path",
        snake(parameter.name) != parameter.name,
    )


def _wanted(parameter: form.Parameter) -> str:
    given = parameter.extensions.get(NAME)
    return snake(given if isinstance(given, str) and given else parameter.name)
