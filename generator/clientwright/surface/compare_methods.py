"""Methods and their arguments: what has changed for those who call them.

An argument may take more (minor), and must not take less (major); a result may be less (minor), and must not be more (major).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientwright.surface.changes import Change, Level
from clientwright.surface.compare_requests import request_changes
from clientwright.surface.model import Argument, Method, Surface
from clientwright.surface.types import relation, type_text

# `other` in both cases breaks.
_TAKEN = {"wider": Level.MINOR, "narrower": Level.MAJOR, "other": Level.MAJOR}
_GIVEN = {"wider": Level.MAJOR, "narrower": Level.MINOR, "other": Level.MAJOR}


def method_changes(before: Surface, after: Surface) -> Iterator[Change]:
    """Compare all methods, by their dotted names."""
    old, new = before.methods, after.methods
    removed = {name: method for name, method in old.items() if name not in new}
    added = {name: method for name, method in new.items() if name not in old}
    renamed = _renamed(removed, added)
    for name, method in removed.items():
        if name in renamed:
            yield from _rename(name, renamed[name])
            now = added[renamed[name]]
            yield from _method(renamed[name], method, now)
            yield from request_changes(renamed[name], method, now, before.security, after.security)
        else:
            yield Change(Level.MAJOR, "method-removed", name, f"`{name}` ({method.sends}) is gone")
    targets = set(renamed.values())
    for name, method in added.items():
        if name not in targets:
            text = f"`{name}` ({method.sends}) is new"
            yield Change(Level.MINOR, "method-added", name, text)
    for name, method in old.items():
        if name in new:
            yield from _method(name, method, new[name])
            yield from request_changes(name, method, new[name], before.security, after.security)


def _renamed(removed: Mapping[str, Method], added: Mapping[str, Method]) -> dict[str, str]:
    """Pair methods that went with those that came and do the same: the same request, or the same operation."""
    pairs: dict[str, str] = {}
    for key in (_sends, _operation):
        waiting: dict[str, str] = {}
        for name, method in added.items():
            if name not in pairs.values():
                waiting.setdefault(key(method), name)
        for name, method in removed.items():
            if name not in pairs and key(method) in waiting:
                pairs[name] = waiting.pop(key(method))
    return pairs


def _sends(method: Method) -> str:
    return method.sends


def _operation(method: Method) -> str:
    return method.operation


def _rename(old: str, new: str) -> Iterator[Change]:
    hint = f'to keep the old name for a while, add "{old}" = "{new}" under [aliases]'
    if old.rpartition(".")[0] != new.rpartition(".")[0]:
        hint = ""
    yield Change(Level.MAJOR, "method-renamed", old, f"`{old}` is called `{new}` now", hint)


def _method(name: str, old: Method, new: Method) -> Iterator[Change]:
    if old.sends != new.sends:
        text = f"`{name}` sends {new.sends}, no longer {old.sends}"
        yield Change(Level.PATCH, "request-changed", name, text)
    if old.async_call and not new.async_call:
        text = f"`{name}` has no asynchronous form any more (`{old.async_call}`)"
        yield Change(Level.MAJOR, "async-removed", name, text)
    elif new.async_call and not old.async_call:
        text = f"`{name}` has an asynchronous form, `{new.async_call}`"
        yield Change(Level.MINOR, "async-added", name, text)
    if new.deprecated and not old.deprecated:
        yield Change(Level.MINOR, "method-deprecated", name, f"`{name}` is deprecated")
    yield from _result(name, old, new)
    yield from _arguments(name, old.arguments, new.arguments)
    lost = [error for error in old.errors if error not in new.errors]
    for error in new.errors:
        if error not in old.errors:
            yield Change(Level.MINOR, "raises-added", name, f"`{name}` may raise `{error}`")
    for error in lost:
        text = f"`{name}` no longer raises `{error}`"
        yield Change(Level.MINOR, "raises-removed", name, text)


def _result(name: str, old: Method, new: Method) -> Iterator[Change]:
    if old.streams != new.streams:
        form = "a stream now" if new.streams else "no stream any more"
        yield Change(Level.MAJOR, "result-changed", name, f"the result of `{name}` is {form}")
        return
    if old.paginated and not new.paginated:
        text = f"the pages of `{name}` cannot be walked any more"
        yield Change(Level.MAJOR, "pages-removed", name, text)
    elif new.paginated and not old.paginated:
        text = f"the pages of `{name}` can be walked"
        yield Change(Level.MINOR, "pages-added", name, text)
    found = relation(old.returns, new.returns)
    if found != "same":
        text = f"`{name}` returns {type_text(new.returns)}, no longer {type_text(old.returns)}"
        yield Change(_GIVEN[found], "result-changed", name, text)


def _arguments(
    method: str, old: Mapping[str, Argument], new: Mapping[str, Argument]
) -> Iterator[Change]:
    for name, item in old.items():
        if name not in new:
            now = next(
                (
                    other
                    for other, entry in new.items()
                    if other not in old
                    and (entry.location, entry.wire_name) == (item.location, item.wire_name)
                ),
                "",
            )
            text = f"`{method}` no longer takes `{name}`" + (f"; it is `{now}` now" if now else "")
            code = "argument-renamed" if now else "argument-removed"
            yield Change(Level.MAJOR, code, f"{method}.{name}", text)
        else:
            yield from _argument(method, name, item, new[name])
    for name, item in new.items():
        if name in old:
            continue
        kind = "must be given" if item.required else "may be given"
        text = f"`{method}` takes `{name}` ({type_text(item.type)}), which {kind}"
        level = Level.MAJOR if item.required else Level.MINOR
        yield Change(level, "argument-added", f"{method}.{name}", text)
    before = [name for name, item in old.items() if item.positional and name in new]
    after = [name for name, item in new.items() if item.positional and name in old]
    if before != after and set(before) == set(after):
        text = f"`{method}` takes {', '.join(f'`{name}`' for name in after)} in another order"
        yield Change(Level.MAJOR, "arguments-reordered", method, text)


def _argument(method: str, name: str, old: Argument, new: Argument) -> Iterator[Change]:
    subject = f"{method}.{name}"
    if new.required and not old.required:
        text = f"`{name}` of `{method}` must be given now"
        yield Change(Level.MAJOR, "argument-required", subject, text)
    elif old.required and not new.required:
        text = f"`{name}` of `{method}` may be left out now"
        yield Change(Level.MINOR, "argument-optional", subject, text)
    if old.positional and not new.positional and old.required == new.required:
        text = f"`{name}` of `{method}` can be given by name alone"
        yield Change(Level.MAJOR, "argument-by-name", subject, text)
    found = relation(old.type, new.type)
    if found != "same":
        text = (
            f"`{name}` of `{method}` takes {type_text(new.type)}, no longer {type_text(old.type)}"
        )
        yield Change(_TAKEN[found], "argument-type", subject, text)
