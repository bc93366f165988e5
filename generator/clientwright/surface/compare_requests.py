"""How calls are sent: which credentials they ask for, where they go, and whether they are repeated.

Users write none of it at a call, yet what they gave the client may no longer do.
"""

from __future__ import annotations

from collections.abc import Iterator

from clientwright.surface.changes import Change, Level
from clientwright.surface.model import Method, Security


def security_changes(what: str, subject: str, old: Security, new: Security) -> Iterator[Change]:
    """Compare what calls ask for. It breaks when credentials that were enough are so no more."""
    before, after = old or ((),), new or ((),)
    if {frozenset(item) for item in before} == {frozenset(item) for item in after}:
        return
    enough = all(any(set(item) <= set(given) for item in after) for given in before)
    text = f"{what} ask for {_listed(after)}, no longer for {_listed(before)}"
    yield Change(Level.MINOR if enough else Level.MAJOR, "security-changed", subject, text)


def request_changes(
    name: str, old: Method, new: Method, olds: Security, news: Security
) -> Iterator[Change]:
    """Compare what a method has of its own; `olds` and `news` are the credentials that the client asks for."""
    if old.security is not None or new.security is not None:
        before = olds if old.security is None else old.security
        after = news if new.security is None else new.security
        yield from security_changes(f"calls of `{name}`", name, before, after)
    if old.servers != new.servers:
        text = f"`{name}` goes to {_places(new)}, no longer to {_places(old)}"
        yield Change(Level.MINOR, "method-servers", name, text)
    if old.retries != new.retries:
        text = f"`{name}` is {_repeated(new)}, no longer {_repeated(old)}"
        yield Change(Level.MINOR, "retries-changed", name, text)


def _places(method: Method) -> str:
    return ", ".join(method.servers) or "the server of the client"


def _listed(security: Security) -> str:
    each = (" with ".join(f"`{name}`" for name in item) or "nothing" for item in security)
    return " or ".join(each)


def _repeated(method: Method) -> str:
    """Say when a call that fails is repeated, in the words of the document."""
    if not method.retries:
        return "repeated as other calls are"
    if not method.retries["enabled"]:
        return "never repeated"
    said = [
        f"{key} {' '.join(value) if key == 'statuses' else value}"
        for key, value in method.retries.items()
        if key != "enabled"
    ]
    return f"repeated ({', '.join(said)})" if said else "repeated when it fails"
