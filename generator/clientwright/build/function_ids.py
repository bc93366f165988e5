"""operationIds that a framework makes of a function's name, the path and the method, as FastAPI does.

`read_item_items__item_id__get` for `GET /items/{item_id}` is `read_item`. One function that serves several paths is told apart by
what is in them alone: `list_models` for `/models`, `list_models_v1` for `/v1/models`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from clientwright.build.method_words import VERBS
from clientwright.build.words import lower, pascal, singular_word, split_words
from clientwright.normalise import form

_Words: TypeAlias = "tuple[str, ...]"

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_NOT_A_WORD = re.compile(r"\W", re.ASCII)
_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def id_words(operation: form.Operation) -> _Words:
    """Split an operationId, without the path and method that some frameworks repeat at its end.

    The method is that of any operation of the path: a function that serves several methods has one id for all of them.
    """
    head, _, method = operation.operation_id.rpartition("_")
    if method.lower() in _METHODS:
        words = lower(split_words(_before_path(head, operation.path)))
        if words and _is_function(words, operation.path):
            return words
    return lower(split_words(operation.operation_id))


def _before_path(text: str, path: str) -> str:
    """Give what stands before a path in an id; empty when it is not there.

    Behind its first parameter the path may be another: ids outlive the paths that they were made of.
    """
    whole = _NOT_A_WORD.sub("_", path).lower()
    if text.lower().endswith(whole):
        return text[: len(text) - len(whole)]
    first = _NOT_A_WORD.sub("_", path[: path.find("}") + 1]).lower()
    return text[: max(text.lower().find(first), 0)] if first else ""


def _is_function(words: _Words, path: str) -> bool:
    """Say whether words before a path and a method are a function's name, and not a namespace (`api_users_get`)."""
    segments = _segments(path)
    if len(segments) != 1 or words[0] in VERBS:
        return True
    around = {singular_word(word) for word in lower(split_words(segments[0]))}
    return not around.isdisjoint(map(singular_word, words))


def apart(function: _Words, operations: Sequence[form.Operation]) -> list[_Words]:
    """Name the operations of one function, by what stands in the path of each and not of all, then by their methods.

    Parameters count only where nothing else differs. Those that nothing tells apart keep the function's name.
    """
    if len(operations) == 1:
        return [function]
    paths = [_segments(operation.path) for operation in operations]
    shared = set(map(_words, paths[0])).intersection(*(map(_words, path) for path in paths[1:]))
    own = [[each for each in path if _words(each) not in shared] for path in paths]
    fixed = [tuple(word for each in path for word in _fixed(each)) for path in own]
    names = _replaced(
        fixed, [tuple(word for each in path for word in _words(each)) for path in own]
    )
    names = _replaced(
        names,
        [
            (*name, operation.method.lower())
            for name, operation in zip(names, operations, strict=True)
        ],
    )
    uses = Counter(names)
    return [(*function, *(name if uses[name] == 1 else ())) for name in names]


def body_names(operations: Iterable[form.Operation], components: Collection[str]) -> dict[str, str]:
    """Name the components that the same frameworks make of an operationId, `Body_` before it, as their operations.

    One that another component or function has the name of keeps its own.
    """
    groups: dict[_Words, list[form.Operation]] = {}
    for operation in operations:
        if f"Body_{operation.operation_id}" in components:
            groups.setdefault(id_words(operation), []).append(operation)
    found = {
        f"Body_{operation.operation_id}": "_".join(("Body", *name))
        for function, members in groups.items()
        for operation, name in zip(members, apart(function, members), strict=True)
    }
    taken = Counter(pascal(name) for name in (*components, *found.values()))
    return {name: short for name, short in found.items() if taken[pascal(short)] == 1}


def _replaced(names: Sequence[_Words], longer: Sequence[_Words]) -> list[_Words]:
    """Take the longer name for each that is used more than once."""
    uses = Counter(names)
    return [name if uses[name] == 1 else more for name, more in zip(names, longer, strict=True)]


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment]


def _fixed(segment: str) -> _Words:
    return lower(split_words(_TEMPLATE.sub(" ", segment)))


def _words(segment: str) -> _Words:
    """The words of a segment, each parameter as what it is chosen by."""
    return lower(split_words(_TEMPLATE.sub(r" by \1 ", segment)))
