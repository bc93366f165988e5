"""Two surfaces: what has changed for users of the client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientwright.surface import renames
from clientwright.surface.changes import Change, Level, ordered
from clientwright.surface.compare_methods import method_changes
from clientwright.surface.compare_models import model_changes
from clientwright.surface.compare_requests import security_changes
from clientwright.surface.model import Surface
from clientwright.surface.types import type_text


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """List the changes, the gravest first."""
    names = renames.renames(old, new)
    old = renames.apply(old, names)
    return ordered(
        [
            *_client(old, new),
            *method_changes(old, new),
            *renames.changes(names),
            *model_changes(old.models, new.models),
            *_types(old, new),
            *_errors(old, new),
        ]
    )


def _client(old: Surface, new: Surface) -> Iterator[Change]:
    if old.package != new.package:
        text = f"the package `{old.package}` is called `{new.package}` now"
        yield Change(Level.MAJOR, "package-renamed", new.package, text)
    if old.client_class != new.client_class:
        text = f"the class `{old.client_class}` is called `{new.client_class}` now"
        yield Change(Level.MAJOR, "client-renamed", new.client_class, text)
    for name in old.arguments:
        if name not in new.arguments:
            text = f"`{new.client_class}` no longer takes `{name}`"
            yield Change(Level.MAJOR, "credential-removed", name, text)
        elif old.arguments[name] != new.arguments[name]:
            text = (
                f"`{name}` is for the scheme {new.arguments[name]}, no longer {old.arguments[name]}"
            )
            yield Change(Level.MAJOR, "credential-changed", name, text)
    for name in new.arguments:
        if name not in old.arguments:
            text = f"`{new.client_class}` takes `{name}`"
            yield Change(Level.MINOR, "credential-added", name, text)
    yield from _servers(old.servers, new.servers)
    yield from security_changes("calls", "security", old.security, new.security)


def _servers(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """Compare servers: what users chose by its name or number must stay; where calls go else is no matter of their code."""
    before, after = next(iter(old.values()), ""), next(iter(new.values()), "")
    if before != after:
        text = f"calls go to {after or 'no server of their own'}"
        text += f", no longer to {before}" if before else ""
        yield Change(Level.MINOR, "server-default", "server_url", text)
    for name, url in old.items():
        if name not in new:
            text = f"there is no server `{name}` any more ({url})"
            yield Change(Level.MAJOR, "server-removed", f"server.{name}", text)
        elif new[name] != url and (url, new[name]) != (before, after):
            text = f"the server `{name}` is {new[name]}, no longer {url}"
            yield Change(Level.MINOR, "server-changed", f"server.{name}", text)
    for name, url in new.items():
        if name not in old and (url != after or before == after):
            text = f"the server `{name}` is new ({url})"
            yield Change(Level.MINOR, "server-added", f"server.{name}", text)


def _types(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare the names beside the models; those of models that came or went are not told apart from them."""
    for name, what in old.types.items():
        kind, _, model = what.rpartition(" of ")
        if new.types.get(name) == what or model not in new.models:
            continue
        now = next((other for other, of in new.types.items() if of == what), "")
        gone = f"called `{now}` now" if now else "gone"
        code = "type-renamed" if now else "type-removed"
        yield Change(Level.MAJOR, code, name, f"`{name}`, the {kind} of `{model}`, is {gone}")
    known = set(old.types.values())
    for name, what in new.types.items():
        kind, _, model = what.rpartition(" of ")
        if model in old.models and what not in known:
            text = f"`{name}`, the {kind} of `{model}`, is new"
            yield Change(Level.MINOR, "type-added", name, text)


def _errors(old: Surface, new: Surface) -> Iterator[Change]:
    for name, type_ in old.errors.items():
        if name not in new.errors:
            yield Change(Level.MAJOR, "error-removed", name, f"the error `{name}` is gone")
        elif new.errors[name] != type_:
            text = f"the error `{name}` holds {type_text(new.errors[name])}, not {type_text(type_)}"
            yield Change(Level.MAJOR, "error-changed", name, text)
    for name in new.errors:
        if name not in old.errors:
            text = f"the error `{name}` is new"
            yield Change(Level.MINOR, "error-added", name, text)
