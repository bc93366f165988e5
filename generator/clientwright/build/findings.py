"""A place to put findings while operations are built."""

from __future__ import annotations

from clientwright.diagnostics import Diagnostic, Severity


class Findings:
    """Findings in the order in which they were made.

    `degrading` counts those that say that something of an operation could not be honoured.
    """

    def __init__(self) -> None:
        self.items: list[Diagnostic] = []
        self.degrading = 0

    def info(self, code: str, pointer: str, message: str, hint: str = "", remedy: str = "") -> None:
        """Add what is worth knowing and costs nothing."""
        self._add(Severity.INFO, code, pointer, message, hint, remedy)

    def degraded(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        """Add what could not be honoured in full."""
        self.degrading += 1
        self._add(Severity.WARNING, code, pointer, message, hint)

    def warning(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        """Add what is doubtful in the document, though all of it is honoured."""
        self._add(Severity.WARNING, code, pointer, message, hint)

    def error(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        """Add what had to be left out."""
        self._add(Severity.ERROR, code, pointer, message, hint)

    def _add(
        self,
        severity: Severity,
        code: str,
        pointer: str,
        message: str,
        hint: str,
        remedy: str = "",
    ) -> None:
        self.items.append(Diagnostic(severity, code, message, hint, pointer, remedy=remedy))
