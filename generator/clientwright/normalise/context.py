"""What every module of this stage shares: the workspace, the findings so far, and the schemas met on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from clientwright.diagnostics import Diagnostic, Severity
from clientwright.load import Location, UnresolvedReference, Workspace
from clientwright.normalise.form import SchemaId
from clientwright.normalise.worklist import SchemaWorklist


@dataclass(frozen=True, slots=True)
class DroppedOperation:
    """An operation that the document has and the normal form has not.

    `id_or_method_path` is the operationId or, without one, `GET /pets`; where a whole path item is dropped, the
    path key alone. `pointer` is the place of the operation, `reason` a sentence for the report.
    """

    id_or_method_path: str
    pointer: str
    reason: str


@dataclass(slots=True)
class Context:
    """The state of one run of this stage. It never leaves the stage."""

    workspace: Workspace
    schemas: SchemaWorklist = field(default_factory=SchemaWorklist)
    findings: dict[tuple[str, str, str], Diagnostic] = field(
        default_factory=dict[tuple[str, str, str], Diagnostic]
    )
    dropped: list[DroppedOperation] = field(default_factory=list[DroppedOperation])
    dynamic: dict[SchemaId, str] = field(default_factory=dict[SchemaId, str])
    """Schemas with a `$dynamicRef` whose meaning depends on the way to it, and the anchor that it names."""
    shared: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    """Results for objects that are referred to, by kind and location, so that each is worked on once."""

    def error(self, location: Location, code: str, message: str, hint: str = "") -> None:
        """Report that a unit of the document had to be dropped."""
        self._report(location, Severity.ERROR, code, message, hint)

    def warning(self, location: Location, code: str, message: str, hint: str = "") -> None:
        """Report that a part of the document is not honoured as written."""
        self._report(location, Severity.WARNING, code, message, hint)

    def info(self, location: Location, code: str, message: str, hint: str = "") -> None:
        """Report something that is read and has no effect on a client."""
        self._report(location, Severity.INFO, code, message, hint)

    def _report(
        self, location: Location, severity: Severity, code: str, message: str, hint: str
    ) -> None:
        key = (location.id, code, message)
        if key not in self.findings:
            self.findings[key] = self.workspace.diagnose(location, severity, code, message, hint)

    def circular(self, source: SchemaId, target: SchemaId) -> None:
        """Report that the schema `source` contains itself by way of `target`."""
        self.error(
            self.schemas.places[source],
            "schema-cycle",
            f"The schema contains itself by way of {target}, so no value fits it; that part is dropped.",
            "Let a property or an array stand between.",
        )

    def resolve(
        self, base: Location, ref: str, severity: Severity = Severity.ERROR
    ) -> Location | None:
        """The location that `ref` names as seen from `base`; None, with a finding, where there is none.

        `severity` is that of the finding: an error where a unit is lost with the reference.
        """
        try:
            return self.workspace.resolve(base, ref)
        except UnresolvedReference as problem:
            key = (base.id, "unresolved-reference", ref)
            self.findings.setdefault(key, replace(problem.diagnostic, severity=severity))
            return None

    def component(self, section: str, name: str) -> Location | None:
        """The component `name` of `section` of the root document, when there is one."""
        node = self.workspace.root.root
        for key in ("components", section, name):
            value = node.value
            if not isinstance(value, Mapping) or key not in value:
                return None
            node = node.child(key)
        return node
