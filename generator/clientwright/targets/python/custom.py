"""Own code: mixins that classes of resources and of the client derive from, as `[custom]` of a flavour file names them.

"beta.conversations" = "mistral_extras.run:RunMixin"

from mistral_extras.run import RunMixin         or, for "mistral_client.run:RunMixin", from ..run import RunMixin

class Conversations(RunMixin, Resource): ...
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clientwright.diagnostics import Diagnostic, Severity
from clientwright.targets.python.own_methods import OwnMethod, public_methods
from clientwright.targets.python.symbols import Symbols

CLIENT = "client"
_ASYNC = "async."


@dataclass(frozen=True, slots=True)
class Mixins:
    """Mixins by what they are for: a resource's path with dots or `client`, with `async.` before it for asynchronous classes.

    A module of the `package` itself is imported by the way from one module to the other. `sources` are the texts of modules
    that are there to be read.
    """

    by_place: Mapping[str, str]
    package: str = ""
    sources: Mapping[str, str] = field(default_factory=dict[str, str])

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
        return tuple(name.replace(":", ".") for name in self._of(place, apart=apart))

    def methods(self, place: str, *, apart: bool) -> Mapping[str, tuple[OwnMethod, ...]]:
        """Give the public methods of the same mixins, by dotted name; none of those whose source is not there."""
        found: dict[str, tuple[OwnMethod, ...]] = {}
        for mixin in self._of(place, apart=apart):
            module, _, name = mixin.partition(":")
            found[f"{module}.{name}"] = public_methods(self.sources.get(module, ""), name)
        return found

    def _of(self, place: str, *, apart: bool) -> tuple[str, ...]:
        keys = (place, f"{_ASYNC}{place}") if apart else (place,)
        return tuple(dict.fromkeys(self.by_place[key] for key in keys if key in self.by_place))


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
