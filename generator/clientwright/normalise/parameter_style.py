"""What `style` and `explode` may be: https://spec.openapis.org/oas/v3.2.0.html#style-values

The whole of what is legal is the table `LEGAL`; a new style is one more row.
"""

from __future__ import annotations

from dataclasses import dataclass

from clientwright.normalise.fields import Fields
from clientwright.normalise.form import ParameterIn, Style

_ALL = ("2.0", "3.0", "3.1", "3.2")
_SWAGGER = ("2.0",)


@dataclass(frozen=True, slots=True)
class StyleRow:
    """One legal pair of `in` and `style`.

    `explode_default` counts when the document does not say. `exploded` and `not_exploded` are what is sent for the two
    values of `explode`, in the words of the normal form; they differ from the row's own style where the specification
    leaves a combination open and every reader takes it to mean another.
    """

    in_: ParameterIn
    style: Style
    explode_default: bool
    not_exploded: tuple[Style, bool]
    exploded: tuple[Style, bool]
    versions: tuple[str, ...] = _ALL


def _row(
    in_: ParameterIn,
    style: Style,
    explode_default: bool = False,
    versions: tuple[str, ...] = _ALL,
) -> StyleRow:
    return StyleRow(in_, style, explode_default, (style, False), (style, True), versions)


LEGAL: tuple[StyleRow, ...] = (
    _row("path", "simple"),
    _row("path", "label"),
    _row("path", "matrix"),
    _row("query", "form", explode_default=True),
    # An exploded delimited array has no place for its delimiter: it is one pair per value, as `form` has it.
    StyleRow("query", "spaceDelimited", False, ("spaceDelimited", False), ("form", True)),
    StyleRow("query", "pipeDelimited", False, ("pipeDelimited", False), ("form", True)),
    # `deepObject` without `explode` is not defined; its name says what is meant.
    StyleRow("query", "deepObject", False, ("deepObject", True), ("deepObject", True)),
    _row("header", "simple"),
    _row("cookie", "form", explode_default=True),
    _row("cookie", "cookie", explode_default=True, versions=("3.2",)),
    _row("querystring", "form", explode_default=True),
    # `collectionFormat` of 2.0 has these where 3.0 has not.
    _row("query", "tabDelimited", versions=_SWAGGER),
    _row("path", "spaceDelimited", versions=_SWAGGER),
    _row("path", "pipeDelimited", versions=_SWAGGER),
    _row("path", "tabDelimited", versions=_SWAGGER),
    _row("header", "spaceDelimited", versions=_SWAGGER),
    _row("header", "pipeDelimited", versions=_SWAGGER),
    _row("header", "tabDelimited", versions=_SWAGGER),
)

_BY_PLACE: dict[tuple[str, str], StyleRow] = {(row.in_, row.style): row for row in LEGAL}
_DEFAULT: dict[str, StyleRow] = {}
for _each in LEGAL:
    _DEFAULT.setdefault(_each.in_, _each)


def resolve_style(fields: Fields, in_: ParameterIn) -> tuple[Style, bool]:
    """Style and explode of the parameter or encoding in `fields`, defaults filled in.

    A style that is not legal in this place is reported and replaced by the default of the place.
    """
    row = _DEFAULT[in_]
    asked = fields.text("style")
    if asked:
        found = _BY_PLACE.get((in_, asked))
        if found is not None and fields.context.workspace.version in found.versions:
            row = found
        else:
            legal = [each.style for each in LEGAL if each.in_ == in_ and "3.1" in each.versions]
            fields.context.warning(
                fields.child("style"),
                "illegal-style",
                f"The style `{asked}` is not defined in {in_}; `{row.style}` is used instead.",
                f"In {in_} the styles are {', '.join(legal)}.",
            )
    explode = fields.flag("explode", row.explode_default)
    return row.exploded if explode else row.not_exploded
