"""Models that `jobs` alone use."""

from __future__ import annotations

from .._runtime.models import Model


class GetJobResponse(Model):
    id: str
