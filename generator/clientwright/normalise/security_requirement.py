"""Security Requirement Objects: https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clientwright.load import Location
from clientwright.normalise.context import Context
from clientwright.normalise.fields import Fields, fields_of
from clientwright.normalise.form import SecurityRequirement, SecurityScheme
from clientwright.normalise.security_scheme import read_security_scheme


@dataclass(slots=True)
class SchemesInUse:
    """The security schemes of the document by id, those that requirements name by reference (3.2) included."""

    by_id: dict[str, SecurityScheme | None] = field(
        default_factory=dict[str, SecurityScheme | None]
    )

    def usable(self) -> tuple[SecurityScheme, ...]:
        """The schemes that could be read, in the order of the document."""
        return tuple(scheme for scheme in self.by_id.values() if scheme is not None)


def read_security(owner: Fields, schemes: SchemesInUse) -> tuple[SecurityRequirement, ...] | None:
    """The alternatives in `security`; None when the object has none, which leaves it to the outer one."""
    if "security" not in owner:
        return None
    if owner.values["security"] is None:
        owner.wrong_type("security", "an array")
        return None
    found: list[SecurityRequirement] = []
    for location in owner.elements("security"):
        fields = fields_of(owner.context, location, "a security requirement")
        if fields is None:
            continue
        requirement = _read(fields, schemes)
        if requirement.schemes or not fields.values:
            found.append(requirement)
    return tuple(found)


def _read(fields: Fields, schemes: SchemesInUse) -> SecurityRequirement:
    found: list[tuple[str, tuple[str, ...]]] = []
    for name in fields.values:
        if not _is_usable(fields.context, name, fields.child(name), schemes):
            continue
        found.append((name, fields.texts(name)))
    return SecurityRequirement(tuple(found))


def _is_usable(context: Context, name: str, location: Location, schemes: SchemesInUse) -> bool:
    if name not in schemes.by_id:
        by_reference = context.workspace.version == "3.2" and any(c in name for c in "#/.:")
        target = context.resolve(location, name) if by_reference else None
        if target is not None:
            schemes.by_id[name] = read_security_scheme(context, name, target)
        else:
            context.error(
                location,
                "unknown-security-scheme",
                f"There is no security scheme `{name}`; it is left out of the requirement.",
                "Define it in `components/securitySchemes`.",
            )
            return False
    if schemes.by_id[name] is None:
        context.warning(
            location,
            "unread-security-scheme",
            f"The security scheme `{name}` could not be read; it is left out of the requirement.",
            "Mend its definition.",
        )
        return False
    return True


def declared_schemes(context: Context, components: Mapping[str, Location]) -> SchemesInUse:
    """The schemes of `components/securitySchemes`, given by name."""
    schemes = SchemesInUse()
    for name, location in components.items():
        schemes.by_id[name] = read_security_scheme(context, name, location)
    return schemes
