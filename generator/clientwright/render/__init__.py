"""Rendering: templates to text, text to formatted text, text to disk."""

from clientwright.render.compare import FileDiff, compare
from clientwright.render.formatting import FormatterError
from clientwright.render.printer import TemplateProblem, render
from clientwright.render.writer import WriteRefused, Written, write

__all__ = [
    "FileDiff",
    "FormatterError",
    "TemplateProblem",
    "WriteRefused",
    "Written",
    "compare",
    "render",
    "write",
]
