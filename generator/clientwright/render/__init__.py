"""Rendering: templates to text, text to formatted text, text to disk."""

from clientwright.render.compare import FileDiff, compare
from clientwright.render.formatting import FormatterError
from clientwright.render.printer import Rendered, TemplateProblem, render
from clientwright.render.writer import WriteRefused, Written, write

__all__ = [
    "FileDiff",
    "FormatterError",
    "Rendered",
    "TemplateProblem",
    "WriteRefused",
    "Written",
    "compare",
    "render",
    "write",
]
