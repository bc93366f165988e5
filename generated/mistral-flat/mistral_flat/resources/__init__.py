"""Groups of methods, as the tags of the document have them."""

from __future__ import annotations
