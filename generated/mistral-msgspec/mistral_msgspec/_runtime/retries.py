"""When and how often a call is tried again."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from random import random


@dataclass(frozen=True)
class RetryConfig:
    """When and how often a call is tried again.

    Waits grow from `initial_interval_ms` by `exponent` up to `max_interval_ms`, each drawn at random below its bound
    (full jitter), unless the server says how long to wait (`Retry-After`). `max_attempts` counts the first
    attempt; None means no bound but `max_elapsed_ms`. `statuses` are numbers or ranges (`"5XX"`).
    """

    max_attempts: int | None = 3
    initial_interval_ms: int = 500
    max_interval_ms: int = 8_000
    exponent: float = 2.0
    max_elapsed_ms: int | None = None
    statuses: tuple[int | str, ...] = (408, 429, 500, 502, 503, 504)
    connection_errors: bool = True

    def covers(self, status: int) -> bool:
        """Whether an answer with this status is worth another attempt."""
        return any(
            status == int(s) if str(s).isdigit() else str(s)[:1] == str(status // 100)
            for s in self.statuses
        )

    def delay(
        self, attempt: int, elapsed: float, headers: Mapping[str, str] | None
    ) -> float | None:
        """Seconds to wait after `attempt` (from 1), `elapsed` seconds after the start; None: give up."""
        if self.max_attempts is not None and attempt >= self.max_attempts:
            return None
        bound = self.initial_interval_ms * self.exponent ** min(attempt - 1, 64)
        wait = min(bound, self.max_interval_ms) * random() / 1000
        asked = retry_after(headers) if headers is not None else None
        if asked is not None:
            if asked > max(self.max_interval_ms / 1000, 60):
                return None
            wait = asked
        limit = self.max_elapsed_ms
        return None if limit is not None and elapsed + wait > limit / 1000 else wait


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, section 10.2.3, and `retry-after-ms`), None when it does not say."""
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        value = headers.get("retry-after", "").strip()
        if not value:
            return None
        if value.replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None
