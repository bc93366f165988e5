"""All files of one API description, and how references lead from one to the other.

Reference resolution: https://spec.openapis.org/oas/v3.2.0.html#resolving-implicit-connections and
https://www.rfc-editor.org/rfc/rfc3986#section-5
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.anchors import Index, index_document
from clientwright.load.document import Document, Location
from clientwright.load.files import Files, UnresolvedReference, failure
from clientwright.load.source import Position
from clientwright.load.tree import as_object, as_string, children, fragment, step, unescape

# A pointer may lead through references; as many as this, so that a circle of them ends.
_MAX_HOPS = 32
_MAX_NAMES = 5_000


class Workspace:
    """A root document and what it refers to, each file read once and when first needed."""

    def __init__(
        self,
        root: Document,
        version: str,
        diagnostics: Sequence[Diagnostic],
        files: Files,
    ) -> None:
        self.root = root
        self.version = version
        self._files = files
        self._own = tuple(diagnostics)
        self._indexes: dict[str, Index] = {}
        self._documents: dict[str, Document] = {}
        self._resolved: dict[tuple[str, str, str], Location | Diagnostic] = {}
        # A pointer that leads through a reference has that resolved on the way.
        self._resolving: dict[tuple[str, str, str], None] = {}
        # Comparing names is slow: a document of wrong references gets hints for the first of them.
        self._comparisons = 60_000
        self._identities: dict[str, tuple[Document, str]] = {}
        self._index(root)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found while reading, in the order of reading."""
        return self._own + tuple(self._files.diagnostics)

    @property
    def files(self) -> tuple[Path, ...]:
        """The local files read so far, overlays included, in the order of reading."""
        return tuple(self._files.paths)

    def locate(self, location: Location) -> Position:
        """Return file, line and column of a node, or of its nearest ancestor in a file."""
        return location.document.position(location.pointer)

    def diagnose(
        self, location: Location, severity: Severity, code: str, message: str, hint: str = ""
    ) -> Diagnostic:
        """Make a finding about a node, with its pointer and position filled in."""
        place = self.locate(location)
        return Diagnostic(
            severity,
            code,
            message,
            hint,
            fragment(self._shown_pointer(location)),
            place.file,
            place.line,
            place.column,
        )

    def _shown_pointer(self, location: Location) -> str:
        original = location.document.original_pointer(location.pointer)
        # Conversion makes nodes that stand in no file; overlays do not.
        if original == location.pointer:
            return original
        return location.document.existing_pointer(original)

    def resolve(self, base: Location, ref: str) -> Location:
        """Return the node that ``ref`` names when it stands at ``base``.

        One step: when the node is itself a reference, following it is up to the caller.

        Raises UnresolvedReference when it names nothing that exists, is readable and is allowed.
        """
        index = self._index(base.document)
        resource, base_uri = index.resource_of(base.pointer)
        key = (base.document.uri, resource, ref)
        known = self._resolved.get(key)
        if known is None:
            if key in self._resolving or len(self._resolving) > _MAX_HOPS:
                raise failure("ref-loop", f"{ref[:200]!r} leads through itself")
            self._resolving[key] = None
            try:
                known = self._resolve(base, ref, resource, base_uri)
            except UnresolvedReference as error:
                known = error.diagnostic
            finally:
                del self._resolving[key]
            self._resolved[key] = known
        if isinstance(known, Location):
            return known
        raise UnresolvedReference(
            self.diagnose(base, known.severity, known.code, known.message, known.hint)
        )

    def dynamic_scope(self, location: Location) -> tuple[str, dict[str, str]]:
        """Return the pointer of the dynamic scope of a schema, and the anchors in it by name.

        https://json-schema.org/draft/2020-12/json-schema-core#section-7.1
        """
        index = self._index(location.document)
        scope = index.scope_of(location.pointer)
        return scope, index.dynamic.get(scope, {})

    def dynamically_anchored(self, name: str) -> Iterator[Location]:
        """Yield the schemas that have this ``$dynamicAnchor``, of all documents read so far."""
        for document in list(self._documents.values()):
            for anchors in self._index(document).dynamic.values():
                found = self._walk(document.root, anchors[name], 0) if name in anchors else None
                if found is not None:
                    yield found

    def _index(self, document: Document) -> Index:
        index = self._indexes.get(document.uri)
        if index is None:
            honoured = self.version in ("3.1", "3.2")
            index = index_document(document.tree, document.text, document.uri, honoured)
            self._indexes[document.uri] = index
            self._documents[document.uri] = document
            for uri, pointer in index.resources.items():
                self._identities.setdefault(uri, (document, pointer))
        return index

    def _resolve(self, base: Location, ref: str, resource: str, base_uri: str) -> Location:
        reference, _, part = ref.partition("#")
        if not reference:
            return self._within(base.document, resource, part, ref)
        try:
            target = urljoin(base_uri, reference)
            urlsplit(target)
        except ValueError:
            raise failure("ref-malformed", f"{ref!r} is no URI reference") from None
        known = self._identities.get(target)
        if known is None:
            document = self._files.open(base.document, reference, target)
            self._index(document)
            known = (document, "")
        return self._within(known[0], known[1], part, ref)

    def _within(self, document: Document, resource: str, part: str, ref: str) -> Location:
        start = self._walk(document.root, resource, 0)
        decoded = unquote(part)
        if not part:
            return start if start is not None else document.root
        if part[0] == "/" or decoded[0] == "/":
            return self._pointer(document, start, part, decoded, ref)
        index = self._index(document)
        pointer = index.anchors.get((resource, decoded))
        if pointer is None:
            pointer = index.anchors.get(("", decoded))
        found = None if pointer is None else self._walk(document.root, pointer, 0)
        if found is None:
            names = self._affordable([name for _, name in index.anchors])
            raise failure(
                "ref-not-found",
                f"{ref!r} names no anchor" + _in(document),
                _did_you_mean(decoded, names) or "a pointer into a document begins with #/",
            )
        return found

    def _pointer(
        self, document: Document, start: Location | None, part: str, decoded: str, ref: str
    ) -> Location:
        # A pointer belongs to the innermost resource, but documents that use $id as a mere name
        # mean the whole document; and some keys hold a percent sign that was never encoded.
        starts = [document.root] if start is None else [start, document.root]
        for place in starts:
            for pointer in (decoded, part, document.converted_pointer(decoded)):
                found = self._walk(place, pointer, 0)
                if found is not None:
                    return found
        raise failure(
            "ref-not-found", f"{ref!r} names nothing" + _in(document), self._hint(document, decoded)
        )

    def _affordable(self, names: Sequence[str]) -> Sequence[str]:
        afforded = names[: min(_MAX_NAMES, self._comparisons)]
        self._comparisons -= len(afforded)
        return afforded

    def _hint(self, document: Document, pointer: str) -> str:
        value = document.tree
        done = ""
        for raw in pointer.split("/")[1:]:
            token = unescape(raw)
            found, child = step(value, token)
            if not found:
                names = self._affordable([str(key) for key, _ in children(value)])
                place = fragment(done)
                return _did_you_mean(token, names) or f"{place} exists and has no member {token!r}"
            value = child
            done += f"/{raw}"
        return ""

    def _walk(self, place: Location, pointer: str, hops: int) -> Location | None:
        value = place.value
        base = place.pointer
        done = ""
        tokens = pointer.split("/")[1:]
        for number, raw in enumerate(tokens):
            found, child = step(value, unescape(raw))
            if not found:
                members = as_object(value)
                ref = None if members is None else as_string(members.get("$ref"))
                if ref is None or hops >= _MAX_HOPS:
                    return None
                try:
                    beyond = self.resolve(Location(place.document, base + done, value), ref)
                except UnresolvedReference:
                    return None
                rest = "".join(f"/{token}" for token in tokens[number:])
                return self._walk(beyond, rest, hops + 1)
            value = child
            done += f"/{raw}"
        return Location(place.document, base + done, value)


def _in(document: Document) -> str:
    return f" in {document.name}" if document.name else " in this document"


def _did_you_mean(name: str, names: Sequence[str]) -> str:
    close = difflib.get_close_matches(name[:200], [each for each in names if len(each) < 200], n=3)
    folded = [each for each in names if each.casefold() == name.casefold() and each not in close]
    chosen = (folded + close)[:3]
    return "did you mean " + " or ".join(chosen) + "?" if chosen else ""


__all__ = ["InputError", "UnresolvedReference", "Workspace"]
