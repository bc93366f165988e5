"""Retries: what `x-clientwright-retries` says of an operation, or of the whole document.

The extension is an object: `strategy` (`backoff` or `none`), `backoff` (`initialInterval`, `maxInterval`, `maxElapsedTime`
in milliseconds, `exponent`), `statusCodes` (`503`, `5XX`) and `retryConnectionErrors`. `false` turns retrying off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from clientwright.build.findings import Findings
from clientwright.ir import operations as ir

RETRIES = "x-clientwright-retries"
_STATUS = re.compile(r"[1-5](?:\d\d|XX)", re.ASCII)
_INTERVALS = {
    "initialInterval": "initial_interval",
    "maxInterval": "max_interval",
    "maxElapsedTime": "max_elapsed_time",
}
_OFF = frozenset({"none", "disabled", "off"})


def retries_of(value: Any, findings: Findings, pointer: str) -> ir.Retries | None:
    """Build the retries that the extension `value` describes; None when there is none, or it cannot be read."""
    if value is None:
        return None
    if isinstance(value, bool):
        return ir.Retries(enabled=value)
    if not isinstance(value, dict):
        return _unread(findings, pointer, "it is no object")
    settings = cast("Mapping[str, Any]", value)
    strategy = settings.get("strategy")
    if (isinstance(strategy, str) and strategy in _OFF) or settings.get("disabled") is True:
        return ir.Retries(enabled=False)
    backoff = settings.get("backoff", {})
    statuses = settings.get("statusCodes", [])
    if not isinstance(backoff, dict) or not isinstance(statuses, list):
        return _unread(findings, pointer, "backoff is no object, or statusCodes is no list")
    built: dict[str, Any] = {}
    for key, name in _INTERVALS.items():
        given = _number(cast("Mapping[str, Any]", backoff).get(key))
        if given is not None:
            built[name] = int(given)
    exponent = _number(cast("Mapping[str, Any]", backoff).get("exponent"))
    if exponent is not None:
        built["exponent"] = float(exponent)
    codes = [str(code).upper() for code in cast("list[Any]", statuses)]
    wrong = [code for code in codes if _STATUS.fullmatch(code) is None]
    if wrong:
        findings.degraded(
            "retries-status",
            pointer,
            f"{RETRIES}: {wrong[0]!r} is no status code and is left out",
            'write status codes as 503 or "5XX"',
        )
    return ir.Retries(
        statuses=tuple(code for code in codes if code not in wrong),
        connection_errors=settings.get("retryConnectionErrors", True) is not False,
        **built,
    )


def _number(value: Any) -> int | float | None:
    usable = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if usable and 0 <= value < float("inf") else None


def _unread(findings: Findings, pointer: str, reason: str) -> None:
    findings.degraded(
        "retries-invalid",
        pointer,
        f"{RETRIES} cannot be read: {reason}",
        "write an object with strategy, backoff and statusCodes",
    )
