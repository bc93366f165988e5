"""Models that only `pets` uses."""

from __future__ import annotations

from .._runtime.models import Model


class Pet(Model):
    name: str


class Ticket(Model):
    ticket: str


class Missing(Model):
    wanted: str


class Problem(Model):
    title: str
