"""The configuration of other generators as a flavour and an overlay, and what of it could not be carried over."""

from clientwright.importers.imported import Imported
from clientwright.importers.reader import read

__all__ = ["Imported", "read"]
