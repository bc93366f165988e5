"""From a loaded document of any version to the normal form of `form`."""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.diagnostics import Diagnostic
from clientwright.load import Workspace
from clientwright.normalise.context import Context, DroppedOperation
from clientwright.normalise.document import read_document
from clientwright.normalise.form import Api

__all__ = ["DroppedOperation", "Normalised", "normalise"]


@dataclass(frozen=True, slots=True)
class Normalised:
    """A document in normal form, the findings on the way, and the operations that it lost."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    dropped: tuple[DroppedOperation, ...]


def normalise(workspace: Workspace) -> Normalised:
    """Bring the root document of `workspace`, and all that it refers to, into normal form.

    Never raises for what a document says: what cannot be read is dropped, the smallest unit at a time, with a finding.
    """
    context = Context(workspace)
    api = read_document(context, workspace.root.root, _document_url(workspace))
    return Normalised(
        api=api,
        diagnostics=tuple(context.findings.values()),
        dropped=tuple(context.dropped),
    )


def _document_url(workspace: Workspace) -> str:
    """The URL that the root document was fetched from, `""` when it is a file."""
    uri = workspace.root.uri
    return uri if uri.startswith(("http://", "https://")) else ""
