"""Which files a workspace may read, and each of them read once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.document import Document
from clientwright.load.later import later
from clientwright.load.limits import Limits
from clientwright.load.reader import Parsed, parse, read_bytes
from clientwright.load.source import display_name
from clientwright.load.tree import Tree

if TYPE_CHECKING:
    from clientwright.load import remote
else:
    remote = later("clientwright.load.remote")


class UnresolvedReference(Exception):
    """A reference that leads nowhere; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def failure(code: str, message: str, hint: str = "") -> UnresolvedReference:
    """Return the exception for a reference; its place is filled in by the workspace."""
    return UnresolvedReference(Diagnostic(Severity.ERROR, code, message, hint))


def is_remote(source: str) -> bool:
    """Whether a source given by the user is an address rather than the name of a file."""
    return source.partition("://")[0].lower() in ("http", "https") and "://" in source


class Files:
    """The files read so far, and the rule which others may be read."""

    def __init__(self, limits: Limits, allow_remote: bool, allowed_roots: Sequence[Path]) -> None:
        self.limits = limits
        self.allow_remote = allow_remote
        self.diagnostics: list[Diagnostic] = []
        self.paths: list[Path] = []
        # Applied to what the root document refers to, where its version asks for it.
        self.adapt: Callable[[Tree], Tree] | None = None
        self._roots = [Path(os.path.realpath(root)) for root in allowed_roots]
        self._documents: dict[str, Document] = {}
        self._failures: dict[str, UnresolvedReference] = {}
        self._bytes = 0
        self._count = 0
        self._root_uri = ""

    def read(self, source: str | Path) -> tuple[Parsed, str, Path | None]:
        """Read a file that the user named: an address or a path.

        Returns it with its URI and its path. Raises InputError when it cannot be read.
        """
        text = str(source)
        if is_remote(text):
            name = remote.without_credentials(text)
            if not self.allow_remote:
                raise InputError(
                    Diagnostic(
                        Severity.ERROR,
                        "remote-not-allowed",
                        "this is a remote document",
                        "give --allow-remote to fetch it",
                        file=name,
                    )
                )
            return self._parse(remote.fetch(text, self.limits), name), text.partition("#")[0], None
        path = Path(source)
        name = display_name(path)
        parsed = self._parse(read_bytes(path, self.limits, name), name)
        self.paths.append(path)
        return parsed, Path(os.path.realpath(path)).as_uri(), path

    def add_root(self, document: Document) -> None:
        """Register the root document; what lies below its directory may be referred to."""
        self._documents[document.uri] = document
        self._root_uri = document.uri
        if document.path is not None:
            parent = Path(os.path.realpath(document.path)).parent
            if self._roots[:1] != [parent]:
                self._roots.insert(0, parent)

    def open(self, base: Document, reference: str, target: str) -> Document:
        """Return the document that a reference names.

        ``target`` is the reference resolved against the URI that the document gives itself; where
        that is no place to read from, the place that the document was read from counts.

        Raises UnresolvedReference.
        """
        scheme = urlsplit(reference).scheme.lower()
        if scheme == "file":
            raise failure(
                "ref-outside-allowed",
                f"{reference!r} is an absolute file address",
                "refer to files relative to the document",
            )
        if scheme in ("http", "https") or reference.startswith("//") or base.path is None:
            return self._once(target, lambda: self._remote(target))
        if scheme:
            raise failure(
                "ref-scheme",
                f"{reference!r} has the scheme {scheme}, which cannot be read",
                "an $id with this value would make it resolvable",
            )
        name = unquote(urlsplit(reference)._replace(query="").geturl())
        if "\0" in name:
            raise failure("ref-malformed", f"{reference!r} is no name of a file")
        path = Path(os.path.realpath(base.path.parent / name))
        plain = Path(os.path.realpath(base.path.parent / urlsplit(reference).path))
        # Not those of `Path`, which raise for a name that is too long.
        if not os.path.exists(path) and os.path.exists(plain):
            path = plain
        return self._once(path.as_uri(), lambda: self._local(path, reference))

    def _once(self, uri: str, read: Callable[[], Document]) -> Document:
        if uri in self._failures:
            raise self._failures[uri]
        document = self._documents.get(uri)
        if document is None:
            try:
                document = read()
            except UnresolvedReference as error:
                self._failures[uri] = error
                raise
            except InputError as error:
                first = error.diagnostics[0]
                place = f"{first.file}:{first.line}:{first.column}" if first.line else first.file
                missing = first.code == "file-not-found"
                code = "ref-file-not-found" if missing else "ref-unreadable"
                known = failure(code, f"{place}: {first.message}", first.hint)
                self._failures[uri] = known
                raise known from None
            self._documents[uri] = document
        return document

    def _local(self, path: Path, reference: str) -> Document:
        if not any(path.is_relative_to(root) for root in self._roots):
            raise failure(
                "ref-outside-allowed",
                f"{reference!r} leaves the directory of the root document",
                f"give --allow-dir {os.path.relpath(path.parent)} when it may be read",
            )
        parsed = self._parse(read_bytes(path, self.limits), display_name(path))
        self.paths.append(path)
        self.diagnostics.extend(parsed.diagnostics)
        root = self._roots[0]
        name = Path(os.path.relpath(path, root)).as_posix()
        return Document(path.as_uri(), name, path, parsed, tree=self._adapted(parsed.tree))

    def _remote(self, url: str) -> Document:
        shown = remote.without_credentials(url)
        if urlsplit(url).scheme not in ("http", "https"):
            raise failure("ref-scheme", f"{shown!r} cannot be fetched: only http and https are")
        if not self.allow_remote:
            raise failure(
                "remote-not-allowed",
                f"{shown!r} is a remote document",
                "give --allow-remote to fetch it",
            )
        parsed = self._parse(remote.fetch(url, self.limits), shown)
        self.diagnostics.extend(parsed.diagnostics)
        return Document(url, shown, None, parsed, tree=self._adapted(parsed.tree))

    def _adapted(self, tree: Tree) -> Tree:
        return tree if self.adapt is None else self.adapt(tree)

    def _parse(self, data: bytes, name: str) -> Parsed:
        self._count += 1
        self._bytes += len(data)
        if self._count > self.limits.max_files or self._bytes > self.limits.max_total_bytes:
            raise InputError(
                Diagnostic(
                    Severity.ERROR,
                    "too-many-files",
                    f"more than {self.limits.max_files} files, "
                    f"or {self.limits.max_total_bytes} bytes in all",
                    file=name,
                )
            )
        return parse(data, name, self.limits)
