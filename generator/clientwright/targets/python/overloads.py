"""One method for two operations, of which one streams.

def start(self, *, stream: bool | Unset = UNSET, ...) -> models.ConversationResponse | Stream[models.ConversationEvents]:
    # POST /v1/conversations: ConversationRequest -> ConversationResponse, or a stream of ConversationEvents
    if stream is True:
        return Stream.open(self._client, _START_STREAM, locals())
    return self._client.call(_START, locals())
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from clientwright.ir import Operation
from clientwright.targets.python.arguments import Argument
from clientwright.targets.python.calls import Call
from clientwright.targets.python.methods import MethodView, MethodWriter, OverloadView, loose
from clientwright.targets.python.pairs import Pair
from clientwright.targets.python.types import join


@dataclass(frozen=True, slots=True)
class Half:
    """An operation of the two, with its call."""

    operation: Operation
    call: Call


def write(
    writer: MethodWriter, pair: Pair, plain: Half, streaming: Half, name: str, async_name: str
) -> tuple[MethodView, ...]:
    """Write the method and its asynchronous twin; `name` or `async_name` is empty when there is no such."""
    return tuple(
        _method(writer, pair, plain, streaming, local, is_async=is_async)
        for local, is_async in ((name, False), (async_name, True))
        if local
    )


def _method(
    writer: MethodWriter, pair: Pair, plain: Half, streaming: Half, name: str, *, is_async: bool
) -> MethodView:
    symbols = writer.symbols
    event = writer.result(streaming.operation)
    whole = writer.paged(plain.operation) or writer.result(plain.operation)
    kind = writer.stream(is_async=is_async)
    suffix = "_async" if is_async else ""
    answer = whole
    if is_async:
        coroutine = symbols.name("collections.abc", "Coroutine")
        any_type = symbols.typing("Any")
        answer = f"{coroutine}[{any_type}, {any_type}, {whole}]"
    forms = [
        OverloadView("def", form, result)
        for arguments, result in (
            (pair.plain_arguments, answer),
            (pair.streaming_arguments, f"{kind}[{event}]"),
        )
        for form in writer.forms(arguments, pair.selector)
    ]
    comment = writer.comment(plain.operation, whole)
    return MethodView(
        overload=symbols.typing("overload"),
        overloads=tuple(forms),
        decorators=writer.decorators(plain.operation),
        keyword="def",
        name=name,
        parameters=_parameters(writer, pair),
        result=join((answer, f"{kind}[{event}]")),
        doc=writer.doc(plain.operation, pair.plain_arguments, "Or the events as they arrive."),
        comment=f"{comment}, or a stream of {writer.types.bare(event)}",
        statement=(
            f"if {pair.selector} is True:\n"
            f"            return {kind}.open({writer.receiver}, {streaming.call.constant}, locals())\n"
            f"        return {writer.receiver}.call{suffix}({plain.call.constant}, locals())"
        ),
    )


def _parameters(writer: MethodWriter, pair: Pair) -> str:
    """Write the parameters of the method itself: each takes what either operation takes."""
    other = {item.name: item for item in loose(pair.streaming_arguments)}
    merged: list[Argument] = []
    annotations: dict[str, str] = {}
    for item in loose(pair.plain_arguments):
        twin = other[item.name]
        if item.name == pair.selector:
            annotations[item.name] = writer.symbols.builtin("bool", runtime=False)
            merged.append(replace(item, required=False))
            continue
        annotations[item.name] = join((writer.annotation(item), writer.annotation(twin)))
        merged.append(replace(item, required=item.required and twin.required))
    return writer.parameters(merged, annotations)
