"""Tables in Markdown, fit to be pasted into a README."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from measure import Row, Table


def value_text(value: float, unit: str) -> str:
    """Write a value so that three figures of it can be read: seconds as s, ms or µs, bytes as MB."""
    if unit == "s":
        for scale, name in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
            if value * scale >= 1 or name == "µs":
                return f"{_figures(value * scale)} {name}"
    if unit == "bytes":
        return f"{_figures(value / 1e6)} MB"
    return _figures(value) if value % 1 else f"{int(value):,}"


def _figures(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio_of(row: Row, pair: tuple[str, str]) -> float | None:
    """Give how many times the second program's value the first one's is, or None when either has none."""
    first, second = (row.values.get(name) for name in pair)
    return first / second if first is not None and second else None


def markdown(table: Table) -> str:
    """Write a table: what was measured, the value of each program, and the ratios."""
    heads = ["", *table.programs.values()]
    heads += [f"{table.programs[a]} / {table.programs[b]}" for a, b in table.ratios]
    lines = [_line(heads), _line(["---", *["---:"] * (len(heads) - 1)])]
    for row in table.rows:
        cells = [row.name]
        for name in table.programs:
            value = row.values.get(name)
            text = "-" if value is None else value_text(value, row.unit)
            note = row.notes.get(name)
            cells.append(f"{text} ({note})" if note else text)
        for pair in table.ratios:
            ratio = ratio_of(row, pair)
            cells.append("-" if ratio is None else _figures(ratio))
        lines.append(_line(cells))
    text = f"\n{table.text}\n" if table.text else ""
    return f"### {table.title}\n{text}\n" + "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def as_json(table: Table) -> dict[str, Any]:
    """Give a table as plain JSON values: seconds and bytes, not rounded."""
    return {
        "title": table.title,
        "rows": [
            {
                "name": row.name,
                "unit": row.unit,
                "values": dict(row.values),
                "notes": dict(row.notes),
                "ratios": {f"{a}/{b}": ratio_of(row, (a, b)) for a, b in table.ratios},
            }
            for row in table.rows
        ],
    }
