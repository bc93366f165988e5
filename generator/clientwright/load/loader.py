"""From the name of a document to a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.document import Document
from clientwright.load.files import Files, UnresolvedReference
from clientwright.load.later import later
from clientwright.load.limits import Limits
from clientwright.load.reader import Parsed, parse, read_bytes
from clientwright.load.recognise import NotOpenApi, version_of
from clientwright.load.source import display_name
from clientwright.load.tree import Tree, as_object, fragment, step, unescape
from clientwright.load.workspace import Workspace

if TYPE_CHECKING:
    from clientwright.load import overlay, swagger2, swagger2_schema
else:
    overlay = later("clientwright.load.overlay")
    swagger2 = later("clientwright.load.swagger2")
    swagger2_schema = later("clientwright.load.swagger2_schema")

_DEFAULT_LIMITS = Limits()


def read_tree(
    source: str | Path, *, allow_remote: bool = False, limits: Limits = _DEFAULT_LIMITS
) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Read any JSON or YAML file to its tree, and what was found.

    Raises InputError when it cannot be read.
    """
    parsed = Files(limits, allow_remote, ()).read(source)[0]
    return parsed.tree, parsed.diagnostics


def apply_overlays(
    tree: Tree, overlays: Sequence[str | Path], limits: Limits = _DEFAULT_LIMITS
) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Return the tree with the overlay files applied in order, and what was found.

    The tree given is not changed, and may share parts with the tree returned. Raises InputError
    for an overlay that cannot be read or is none.
    """
    files: list[tuple[Parsed, str]] = []
    for each in overlays:
        path = Path(each)
        name = display_name(path)
        files.append(
            (parse(read_bytes(path, limits, name), name, limits), path.absolute().as_uri())
        )
    applied = overlay.apply(tree, overlay.read_overlays(files))
    return applied.tree, applied.diagnostics


def load(
    source: str | Path,
    *,
    overlays: Sequence[str | Path] = (),
    allow_remote: bool = False,
    limits: Limits = _DEFAULT_LIMITS,
    allowed_roots: Sequence[Path] = (),
) -> Workspace:
    """Read an OpenAPI document, apply overlays in order, and convert it when it is Swagger 2.0.

    References may lead to files below the directory of the document and below ``allowed_roots``,
    and to other hosts only with ``allow_remote``.

    Raises InputError when the document or an overlay cannot be read or is none.
    """
    files = Files(limits, allow_remote, allowed_roots)
    parsed, uri, path = files.read(source)
    diagnostics = list(parsed.diagnostics)
    extra: list[tuple[Parsed, str]] = []
    for each in overlays:
        overlaid, overlay_uri, _ = files.read(each)
        extra.append((overlaid, overlay_uri))
    document = Document(uri, "", path, parsed)
    if extra:
        document, found = _overlaid(document, parsed, extra)
        diagnostics.extend(found)
    version, is_string = _version(document)
    if not is_string:
        field = "swagger" if version == "2.0" else "openapi"
        diagnostics.append(
            _diagnostic(
                document,
                Severity.WARNING,
                "version-not-string",
                "the version is written as a number",
                f'write {field}: "{version}"',
                f"/{field}",
            )
        )
    files.add_root(document)
    if version == "2.0":
        files.adapt = swagger2_schema.adapt_fragment
        converted = swagger2.convert_with_origins(document.tree, _external_reader(files, document))
        diagnostics.extend(_placed(document, each) for each in converted.problems)
        document = document.converted(converted.tree, converted.origins)
        files.add_root(document)
    return Workspace(document, version, diagnostics, files)


def _overlaid(
    document: Document, parsed: Parsed, extra: Sequence[tuple[Parsed, str]]
) -> tuple[Document, tuple[Diagnostic, ...]]:
    if as_object(document.tree) is None:
        # Nothing of a document can be selected in it: the error about the document comes first.
        _version(document)
    applied = overlay.apply(document.tree, overlay.read_overlays(extra), document.uri)
    changed = Document(
        document.uri,
        "",
        document.path,
        parsed,
        overlays=tuple(each for each, _ in extra),
        replay=applied.replay,
        tree=applied.tree,
    )
    return changed, applied.diagnostics


def _external_reader(files: Files, root: Document) -> swagger2.ReadExternal:
    def read(reference: str) -> Tree:
        file, _, part = reference.partition("#")
        try:
            value = files.open(root, file, urljoin(root.uri, file)).tree
        except (UnresolvedReference, ValueError):
            # It stays a reference, and whoever resolves it finds out why.
            return None
        for token in unquote(part).split("/")[1:]:
            found, value = step(value, unescape(token))
            if not found:
                return None
        return value

    return read


def _version(document: Document) -> tuple[str, bool]:
    try:
        return version_of(document.tree)
    except NotOpenApi as error:
        raise InputError(
            _diagnostic(
                document, Severity.ERROR, error.code, error.message, error.hint, error.pointer
            )
        ) from None


def _placed(document: Document, problem: swagger2.Problem) -> Diagnostic:
    return _diagnostic(
        document, problem.severity, problem.code, problem.message, problem.hint, problem.pointer
    )


def _diagnostic(
    document: Document, severity: Severity, code: str, message: str, hint: str, pointer: str
) -> Diagnostic:
    place = document.position(pointer)
    return Diagnostic(
        severity, code, message, hint, fragment(pointer), place.file, place.line, place.column
    )
