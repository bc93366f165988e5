"""Names of models and properties: unique without regard to case, the same for the same document.

Components' names are taken first, in the document's order, so that no inline schema can push one aside. A schema without
a name of its own is called after the place where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile

from clientwright.build.function_ids import body_names
from clientwright.build.words import pascal, snake, spell, split_words
from clientwright.normalise import form

NAME_EXTENSION = "x-clientwright-name"
TYPE_NAME_EXTENSION = "x-clientwright-type-name"
_MAX_NAME = 96
_NAMED_CONTAINERS = frozenset({"$defs", "definitions", "schemas"})
_SHARED = frozenset({"responses", "parameters", "requestBodies"})
_SILENT_TOKENS = frozenset(
    {"components", "schemas", "paths", "content", "schema", "allOf", "properties", "$defs", "then"}
)


class Scope:
    """Hands out names that differ by more than case. `separator` stands before a counter, the last resort."""

    def __init__(self, separator: str = "") -> None:
        self._separator = separator
        self._taken: set[str] = set()
        self._counters: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._taken

    def take(self, *candidates: str) -> str:
        """The first candidate that is free, or the first candidate with the lowest free number from 2 on."""
        for candidate in candidates:
            if candidate and candidate not in self:
                self._taken.add(candidate.casefold())
                return candidate
        base = candidates[0]
        number = self._counters.get(base.casefold(), 2)
        while f"{base}{self._separator}{number}" in self:
            number += 1
        self._counters[base.casefold()] = number + 1
        name = f"{base}{self._separator}{number}"
        self._taken.add(name.casefold())
        return name


def code_names(wire_names: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """A snake_case name for each wire name. `given` holds names that the document asks for, which come first."""
    scope = Scope("_")
    names: dict[str, str] = {}
    order = list(wire_names)
    wanted = given or {}
    for wire in order:
        if wire in wanted:
            names[wire] = scope.take(snake(wanted[wire]))
    # A name that is already as it would become keeps it, whatever stands before it.
    for wire in order:
        if wire not in names and snake(wire) == wire and wire not in scope:
            names[wire] = scope.take(wire)
    for wire in order:
        if wire not in names:
            names[wire] = scope.take(snake(wire), snake(spell(wire)))
    return {wire: names[wire] for wire in order}


def pointer_tokens(schema: form.SchemaId) -> list[str]:
    """The steps of an id's fragment, unescaped: https://datatracker.ietf.org/doc/html/rfc6901#section-4."""
    fragment = schema.partition("#")[2]
    tokens = fragment.split("/")[1:] if fragment.startswith("/") else [fragment] if fragment else []
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens]


def own_name(schema: form.SchemaId) -> str:
    """The name under which a document keeps a schema that is no component: a key of `$defs`, a file's stem, an anchor."""
    tokens = pointer_tokens(schema)
    if not tokens:
        stem = schema.partition("#")[0].rstrip("/").rpartition("/")[2]
        return stem.partition(".")[0]
    if len(tokens) == 1 or tokens[-2] in _NAMED_CONTAINERS:
        return tokens[-1]
    return ""


def place_of(schema: form.SchemaId) -> tuple[str, ...]:
    """Words for where a schema stands, from its id alone: used for what is reached by a reference."""
    tokens = pointer_tokens(schema)
    words = [
        token for token in tokens if token not in _SILENT_TOKENS and not (token.isdigit() and token)
    ]
    return tuple(words) or ("model",)


def component_place(pointer: str, role: str = "") -> tuple[str, ...]:
    """Words for a response, parameter or body that is a component, whatever operations use it; none for any other.

    `role` is added where the component's name does not say it.
    """
    tokens = pointer_tokens(pointer)
    inside = tokens[1:] if tokens[:1] == ["components"] else tokens
    if len(inside) != 2 or inside[0] not in _SHARED:
        return ()
    words = [word.lower() for word in split_words(inside[1])]
    return (inside[1],) if not role or words[-1:] in ([role], ["error"]) else (inside[1], role)


def _given(schema: form.Schema, extension: str) -> str:
    value = schema.extensions.get(extension)
    return value if isinstance(value, str) else ""


def _shared_namespace(names: Sequence[str]) -> str:
    """The dotted namespace in front of all names, its last dot included: `io.k8s.` of `io.k8s.api.core.v1.Pod`."""
    if len(names) < 2:
        return ""
    columns = zip(*(name.split(".")[:-1] for name in names), strict=False)
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    return "".join(f"{step}." for step in shared)


def _title_key(title: str) -> str:
    return "".join(split_words(title)).casefold()


class ModelNames:
    """The names of all models of one document."""

    def __init__(self, api: form.Api, target_of: Callable[[form.SchemaId], form.SchemaId]) -> None:
        self._scope = Scope()
        self.components: dict[str, str] = {}
        """Component name in the document -> model name."""
        self.named: dict[form.SchemaId, str] = {}
        """Schema id -> model name, of components and of what a component alone refers to."""
        self._titles = Counter(
            _title_key(schema.title) for schema in api.schemas.values() if schema.title
        )
        components = set(api.component_schemas.values())
        bodies = body_names(api.operations, api.component_schemas)
        shared = len(_shared_namespace(list(api.component_schemas)))
        for component, schema in api.component_schemas.items():
            held = api.schemas.get(schema)
            given = (
                (_given(held, TYPE_NAME_EXTENSION) or _given(held, NAME_EXTENSION)) if held else ""
            )
            wanted = given or bodies.get(component, component[shared:])
            name = self._scope.take(self._fit(pascal(wanted)), self._fit(pascal(spell(wanted))))
            self.components[component] = name
            self.named[schema] = name
        for schema in api.component_schemas.values():
            target = target_of(schema)
            # A component that only points into another file lends its name to what is there.
            if target not in components and target not in self.named:
                self.named[target] = self.named[schema]

    @staticmethod
    def _fit(name: str) -> str:
        """A name of bearable length: where it begins and where it ends tell more than what is between."""
        if len(name) <= _MAX_NAME:
            return name
        words = split_words(name)
        head = tail = ""
        first, last = 0, len(words)
        while first < last and len(head) + len(words[first]) <= _MAX_NAME // 3:
            head += words[first]
            first += 1
        while first < last and len(head) + len(words[last - 1]) + len(tail) <= _MAX_NAME:
            last -= 1
            tail = words[last] + tail
        return pascal(head + tail) if head + tail else pascal(name[:_MAX_NAME])

    def is_free(self, place: tuple[str, ...]) -> bool:
        """Whether no model has the name of that place yet."""
        return self._fit(pascal(place)) not in self._scope

    def variant(self, name: str, *suffixes: str) -> str:
        """A name beside `name`, for a model that differs from it by direction or role."""
        return self._scope.take(*(self._fit(name + suffix) for suffix in suffixes))

    def inline(
        self, schema: form.Schema, place: tuple[str, ...], referenced: bool, kind: str
    ) -> str:
        """A name for a schema without one: what the document asks for, a telling title, or its place.

        `kind` is a word for what the schema is; it is added where the place alone is taken.
        """
        candidates: list[str] = []
        given = _given(schema, TYPE_NAME_EXTENSION)
        if given:
            candidates.append(pascal(given))
        if referenced and own_name(schema.id):
            candidates.append(pascal(own_name(schema.id)))
        where = place_of(schema.id) if referenced else place
        if self._telling(schema.title, where):
            candidates.append(pascal(schema.title))
        candidates.append(pascal(where))
        if schema.title and len(split_words(schema.title)) <= 5:
            candidates.append(pascal((*where, schema.title)))
        if referenced:
            candidates.append(pascal(place))
        candidates.append(pascal((*where, kind)))
        name = next((item for item in candidates if self._fit(item) not in self._scope), "")
        return self._scope.take(self._fit(name or pascal(where)))

    def _telling(self, title: str, place: tuple[str, ...]) -> bool:
        words = split_words(title)
        if not 2 <= len(words) <= 5 or self._titles[_title_key(title)] > 1:
            return False
        return _title_key(title) != _title_key(place[-1] if place else "")
