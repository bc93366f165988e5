"""Two surfaces: what has changed for users of the client."""

from __future__ import annotations

from collections.abc import Iterator

from clientwright.surface.changes import Change, Level, ordered
from clientwright.surface.compare_methods import method_changes
from clientwright.surface.compare_models import model_changes
from clientwright.surface.model import Surface
from clientwright.surface.types import type_text


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """List the changes, the gravest first."""
    return ordered(
        [
            *_client(old, new),
            *method_changes(old.methods, new.methods),
            *model_changes(old.models, new.models),
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
    if old.servers != new.servers:
        level = Level.MINOR if old.servers[:1] != new.servers[:1] else Level.PATCH
        text = f"the servers are {', '.join(new.servers) or 'none'}"
        yield Change(level, "servers-changed", "server_url", text)


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
