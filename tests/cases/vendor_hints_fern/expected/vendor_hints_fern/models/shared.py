"""Models that several resources use."""

from __future__ import annotations

from .._runtime.models import Model


class Word(Model):
    word: str
