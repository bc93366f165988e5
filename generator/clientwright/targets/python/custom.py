"""Own code: mixins that classes of resources and of the client derive from, as `[custom]` of a flavour file names them.

"beta.conversations" = "mistral_extras.run:RunMixin"

from mistral_extras.run import RunMixin         or, for "mistral_client.run:RunMixin", from ..run import RunMixin

class Conversations(RunMixin, Resource): ...
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clientwright.diagnostics import Diagnostic, Severity
from clientwright.targets.python.symbols import Symbols

CLIENT = "client"
_ASYNC = "async."


@dataclass(frozen=True, slots=True)
class Mixins:
    """Mixins by what they are for: a resource's path with dots or `client`, with `async.` before it for asynchronous classes.

    A module of the `package` itself is imported by the way from one module to the other.
    """

    by_place: Mapping[str, str]
    package: str = ""

    def base(self, place: str, base: str, symbols: Symbols, *, is_async: bool = False) -> str:
        """Write the bases of a class: its mixin, when there is one, before what the runtime gives."""
        named = self.by_place.get(f"{_ASYNC}{place}" if is_async else place)
        if named is None:
            return base
        module, _, name = named.partition(":")
        if self.package and module.startswith(f"{self.package}."):
            module = f"{symbols.package}{module.removeprefix(f'{self.package}.')}"
        return f"{symbols.name(module, name)}, {base}"

    def named(self, place: str, *, apart: bool) -> tuple[str, ...]:
        """Give the dotted names of the mixins of a resource, or of the client; `apart` as for `orphans`."""
        keys = (place, f"{_ASYNC}{place}") if apart else (place,)
        found = (self.by_place[key].replace(":", ".") for key in keys if key in self.by_place)
        return tuple(dict.fromkeys(found))


def orphans(mixins: Mapping[str, str], places: Iterable[str], *, apart: bool) -> list[Diagnostic]:
    """Report the mixins for which there is no class. `apart` says that asynchronous calls have classes of their own."""
    known = [CLIENT, *places]
    known += [f"{_ASYNC}{place}" for place in known] if apart else []
    found: list[Diagnostic] = []
    for place, mixin in mixins.items():
        if place in known:
            continue
        near = difflib.get_close_matches(place, known, n=1)
        found.append(
            Diagnostic(
                severity=Severity.WARNING,
                code="orphaned-mixin",
                message=f"custom: there is no resource {place}, so that {mixin} is not used",
                hint=f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}",
            )
        )
    return found
