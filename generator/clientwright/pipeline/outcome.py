"""What a run for one flavour came to, as plain values that can be kept and told again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clientwright.config import Flavour
from clientwright.diagnostics import Diagnostic, Severity
from clientwright.surface.changes import Changes, Level, gravest


@dataclass(frozen=True, slots=True)
class Difference:
    """How one file on the disk differs: `text` is a unified diff."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to.

    `fates` says for each operation id what became of it. `changed` and `removed` are paths relative to the output folder;
    `changes` are those of the surface since the lock that was there, with the version that they ask for. `inputs` are the
    absolute paths of all files that were read, `written` those of all files of the package, relative to the folder.
    """

    flavour: Flavour
    operations: int
    findings: tuple[Diagnostic, ...]
    fates: Mapping[str, str] = field(default_factory=dict[str, str])
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    changes: Changes = Changes()
    inputs: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def not_honoured(self) -> tuple[Diagnostic, ...]:
        """The findings that say that something in the document was not honoured."""
        return tuple(item for item in self.findings if item.severity is not Severity.INFO)

    def to_json(self) -> dict[str, Any]:
        """Give what a later run that finds nothing changed can tell again."""
        return {
            "operations": self.operations,
            "findings": [item.to_json() for item in self.findings],
            "fates": dict(self.fates),
            "inputs": list(self.inputs),
            "version": self.changes.version,
            "proposed": self.changes.proposed,
            "pending": self.changes.pending.value if self.changes.pending else "",
        }

    @classmethod
    def from_json(cls, flavour: Flavour, kept: Mapping[str, Any]) -> Outcome:
        """Read what `to_json` gave. Raises `ValueError`, `TypeError` or `KeyError` for anything else."""
        findings = tuple(_finding(item) for item in kept["findings"])
        return cls(
            flavour,
            int(kept["operations"]),
            findings,
            dict(kept["fates"]),
            changes=Changes(
                version=str(kept["version"]),
                proposed=str(kept["proposed"]),
                pending=Level(kept["pending"]) if kept["pending"] else None,
            ),
            inputs=tuple(kept["inputs"]),
        )


def report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Say what became of every operation, as plain JSON values; the shape is that of `generate --report`."""
    operations: dict[str, str] = {}
    findings: list[dict[str, Any]] = []
    for outcome in outcomes:
        operations.update(outcome.fates)
        findings.extend(finding.to_json() for finding in outcome.findings)
    return {"operations": operations, "findings": findings}


def changes_of(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Say what changes for users of the clients, as plain JSON values; the shape is that of `generate --changes`.

    `changed` says whether any file is other than it was; `level` is the gravest of all.
    """
    level = gravest(level for outcome in outcomes if (level := outcome.changes.level))
    return {
        "changed": any(item.changed or item.removed or item.differences for item in outcomes),
        "level": level.value if level else "none",
        "packages": [
            {"package": outcome.flavour.package.name, **outcome.changes.to_json()}
            for outcome in outcomes
        ],
    }


def _finding(kept: Mapping[str, Any]) -> Diagnostic:
    return Diagnostic(
        severity=Severity(kept["severity"]),
        code=str(kept["code"]),
        message=str(kept["message"]),
        hint=str(kept["hint"]),
        pointer=str(kept["pointer"]),
        file=str(kept["file"]),
        line=int(kept["line"]),
        column=int(kept["column"]),
    )
