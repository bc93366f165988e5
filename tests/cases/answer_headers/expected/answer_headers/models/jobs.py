"""Models that only `jobs` uses."""

from __future__ import annotations

from .._runtime.models import Model


class GetJobResponse(Model):
    id: str
