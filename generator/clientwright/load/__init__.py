"""Bytes to a tree with source positions; overlays; references across files."""

from clientwright.load.document import Document, Location
from clientwright.load.files import UnresolvedReference
from clientwright.load.limits import Limits
from clientwright.load.loader import apply_overlays, load, read_tree
from clientwright.load.source import Position
from clientwright.load.workspace import Workspace

__all__ = [
    "Document",
    "Limits",
    "Location",
    "Position",
    "UnresolvedReference",
    "Workspace",
    "apply_overlays",
    "load",
    "read_tree",
]
