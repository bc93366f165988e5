"""The public methods of a class of own code, from its source alone: it is parsed, and never imported or run.

class Asking:
    def ask(self, question: str) -> str:        ask(question: str) -> str: Open a conversation and give its answer.
        "Open a conversation and give its answer."
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from clientwright.targets.python import prose

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class OwnMethod:
    """A method as users call it, and the first sentence that its docstring says."""

    call: str
    words: str


def public_methods(source: str, class_name: str) -> tuple[OwnMethod, ...]:
    """List the public methods of a class, those of its bases in the same module after its own; none of what cannot be parsed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        classes = {item.name: item for item in tree.body if isinstance(item, ast.ClassDef)}
        found: dict[str, OwnMethod] = {}
        for function in _functions(class_name, classes):
            if not function.name.startswith("_") and not _is_overload(function):
                found.setdefault(function.name, _method(function))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(found.values())


def _functions(class_name: str, classes: dict[str, ast.ClassDef]) -> Iterator[_Function]:
    seen: set[str] = set()
    waiting = [class_name]
    while waiting:
        name = waiting.pop(0)
        here = classes.get(name)
        if here is None or name in seen:
            continue
        seen.add(name)
        yield from (item for item in here.body if isinstance(item, _Function))
        waiting += [base.id for base in here.bases if isinstance(base, ast.Name)]


def _decorators(function: _Function) -> set[str]:
    return {ast.unparse(item).rpartition(".")[2] for item in function.decorator_list}


def _is_overload(function: _Function) -> bool:
    return "overload" in _decorators(function)


def _method(function: _Function) -> OwnMethod:
    words = prose.sentence(ast.get_docstring(function) or "")
    decorators = _decorators(function)
    result = f" -> {_unquoted(function.returns)}" if function.returns is not None else ""
    if decorators & {"property", "cached_property"}:
        return OwnMethod(f"{function.name}{result}", words)
    given = function.args
    if "staticmethod" not in decorators:
        # What the method is called on.
        holder = given.posonlyargs or given.args
        del holder[:1]
    awaited = (
        "await " if isinstance(function, ast.AsyncFunctionDef) and not _yields(function) else ""
    )
    return OwnMethod(f"{awaited}{function.name}({ast.unparse(given)}){result}", words)


def _yields(function: _Function) -> bool:
    return any(isinstance(item, (ast.Yield, ast.YieldFrom)) for item in ast.walk(function))


def _unquoted(annotation: ast.expr) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation)
