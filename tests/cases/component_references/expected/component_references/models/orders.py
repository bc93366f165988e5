"""Models that only `orders` uses."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model


class Trouble(Model):
    title: str


Problem: TypeAlias = Trouble

ProblemParam: TypeAlias = Trouble
