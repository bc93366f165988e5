"""Operations that answer at once or as a stream, as one method: the value of its argument `stream` says which.

@overload
def start(self, *, stream: Literal[False] | Unset = UNSET, ...) -> models.ConversationResponse: ...
@overload
def start(self, *, stream: Literal[True], ...) -> Stream[models.ConversationEvents]: ...
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clientwright.ir import Api, Constant, Operation, Property
from clientwright.targets.python.arguments import Argument, Arguments, plan
from clientwright.targets.python.names import argument_name
from clientwright.targets.python.options import PythonOptions
from clientwright.targets.python.types import Registry

_SELECTOR = "stream"
_WORDS = "True for the events as they arrive, in place of one answer."


@dataclass(frozen=True, slots=True)
class Pair:
    """Two operations of one method: their ids, and the argument by which the method tells them apart, which both have."""

    plain: str
    streaming: str
    selector: str
    plain_arguments: Arguments
    streaming_arguments: Arguments


def find(api: Api, registry: Registry, options: PythonOptions) -> list[Pair]:
    """Pair operations of one HTTP method, path and resource; none in the style that has a method for each.

    Two whose other arguments are not the same keep a method each.
    """
    if options.streaming != "overload":
        return []
    groups: dict[tuple[tuple[str, ...], str, str], list[Operation]] = {}
    for operation in api.operations:
        key = (operation.resource, operation.method, operation.path)
        groups.setdefault(key, []).append(operation)
    found: list[Pair] = []
    for members in groups.values():
        # Old names that are kept for a while have methods of their own.
        known = [item for item in members if not any(_is_alias(item, each) for each in members)]
        streams = [item for item in known if item.streams]
        plain = [item for item in known if not item.streams]
        if len(streams) == len(plain) == 1:
            pair = _pair(plain[0], streams[0], registry)
            found += [pair] if pair else []
    return found


def _is_alias(item: Operation, original: Operation) -> bool:
    return item.id == f"{original.id}#{item.name}" and item.streams == original.streams


def _pair(plain: Operation, streaming: Operation, registry: Registry) -> Pair | None:
    first, second = plan(plain, registry), plan(streaming, registry)
    selector = _selector(streaming, second)
    left, right = _others(first, selector), _others(second, selector)
    if left != right or any(name == selector.name for name, _, _ in left):
        return None
    return Pair(
        plain.id,
        streaming.id,
        selector.name,
        _with(first, selector, value=False),
        _with(second, selector, value=True),
    )


def _selector(operation: Operation, arguments: Arguments) -> Argument:
    """Give the argument that is true for the stream: a constant of the body, else one of its own."""
    for item in arguments.body_fields:
        if isinstance(item.type, Constant) and item.type.value is True:
            return item
    pinned = [name for name, value in operation.pinned if value is True]
    return Argument(
        name=argument_name(pinned[0]) if pinned else _SELECTOR,
        wire_name=pinned[0] if pinned else "",
        location="body-field" if pinned else "",
        type=Constant(True),
        required=False,
        doc=_WORDS,
    )


def _others(arguments: Arguments, selector: Argument) -> set[tuple[str, str, str]]:
    """Give all arguments but the one that tells the operations apart, by what a user sees of them."""
    items = (*arguments.items, *((arguments.whole,) if arguments.whole else ()))
    return {
        (item.name, item.location, item.wire_name)
        for item in items
        if not _is_selector(item, selector)
    }


def _is_selector(item: Argument, selector: Argument) -> bool:
    if item.name != selector.name or item.location != "body-field":
        return False
    return isinstance(item.source, Property) and item.wire_name == selector.wire_name


def _with(arguments: Arguments, selector: Argument, *, value: bool) -> Arguments:
    """Give the arguments with the one that tells the operations apart, as it is for one of them."""
    own = next((item for item in arguments.items if _is_selector(item, selector)), selector)
    chosen = replace(own, type=Constant(value), required=value, doc=own.doc or _WORDS)
    rest = [item for item in arguments.items if item is not own]
    place = next((index for index, item in enumerate(rest) if not item.positional), len(rest))
    if not value:
        place = len(rest)
    return replace(arguments, items=(*rest[:place], chosen, *rest[place:]))


def by_operation(pairs: list[Pair]) -> Mapping[str, Pair]:
    """Give the pair of each operation that has one."""
    return {identity: pair for pair in pairs for identity in (pair.plain, pair.streaming)}
