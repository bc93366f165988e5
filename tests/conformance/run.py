"""Runs the suites of others against what is generated, and says what became of each check: `make conformance`.

Exits 1 when a check fails that `known.toml` does not explain, or when it explains one that does not fail.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from conformance import autorest, documents, json_schema, spector, suites
from conformance.outcomes import Outcome

KNOWN = Path(__file__).parent / "known.toml"
_KINDS = ("passed", "failed", "not expressible")


def run(wanted: Sequence[str], only: str) -> list[Outcome]:
    """Run the suites, of each the checks whose name a pattern is found in."""
    suites.install()
    outcomes: list[Outcome] = []
    if json_schema.SUITE in wanted:
        tests = suites.json_schema_tests()
        assert tests is not None, "the JSON Schema Test Suite was not installed"
        outcomes += json_schema.run(tests, only)
    if documents.SUITE in wanted:
        outcomes += documents.run(suites.FOLDER / "node_modules", only)
    if autorest.SUITE in wanted:
        with suites.test_server() as url:
            swagger = suites.FOLDER / "node_modules" / suites.AUTOREST / "swagger"
            outcomes += autorest.run(swagger, url, only)
    scenarios = [name for name in suites.SPECTOR if name in wanted]
    if not scenarios:
        return outcomes
    with suites.mock_server() as url:
        for suite in scenarios:
            outcomes += spector.run(suite, suites.prepare(suite), url, only)
    return outcomes


def known(name: str, reasons: Mapping[str, str]) -> str | None:
    """The entry that explains a check; scenarios are listed without the version of OpenAPI."""
    return next((key for key in (name, name.rpartition(" ")[0]) if key in reasons), None)


def report(outcomes: Sequence[Outcome], whole: bool) -> int:
    """Print what became of the checks, and return the exit status. Of a `whole` run, entries without use are faults."""
    listed: dict[str, dict[str, str]] = tomllib.loads(KNOWN.read_text())
    used: set[tuple[str, str]] = set()
    faults: list[str] = []
    for outcome in outcomes:
        if outcome.kind == "failed":
            entry = known(outcome.name, listed.get(outcome.suite, {}))
            if entry is None:
                faults.append(f"{outcome.suite}: {outcome.name}: {outcome.detail}")
            else:
                used.add((outcome.suite, entry))
    if whole:
        entries = [(suite, name) for suite, reasons in listed.items() for name in reasons]
        faults += [
            f"{s}: {n}: known.toml explains it, and it passes"
            for s, n in entries
            if (s, n) not in used
        ]
    for fault in faults:
        print(f"FAILED {fault}")
    for (suite, why), count in sorted(_reasons(outcomes, listed).items()):
        print(f"{suite}: {count} x {why}")
    print(_table(outcomes))
    return 1 if faults else 0


def _reasons(
    outcomes: Sequence[Outcome], listed: Mapping[str, Mapping[str, str]]
) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        reasons = listed.get(outcome.suite, {})
        entry = known(outcome.name, reasons) if outcome.kind == "failed" else None
        if entry is not None:
            found[outcome.suite, f"failed, known: {reasons[entry]}"] += 1
        elif outcome.kind == "not expressible":
            why = (
                "no operation is for a URL"
                if outcome.detail.startswith("no operation")
                else outcome.detail
            )
            found[outcome.suite, f"not expressible: {why}"] += 1
    return found


def _table(outcomes: Sequence[Outcome]) -> str:
    counts = Counter((outcome.suite, outcome.kind) for outcome in outcomes)
    rows = [("suite", *_KINDS)]
    for suite in dict.fromkeys(outcome.suite for outcome in outcomes):
        rows.append((suite, *(str(counts[suite, kind]) for kind in _KINDS)))
    return "\n".join("  ".join(f"{cell:>15}" for cell in row) for row in rows)


def main() -> int:
    every = (json_schema.SUITE, documents.SUITE, autorest.SUITE, *suites.SPECTOR)
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "suites", nargs="*", help=f"which suites: {', '.join(every)}; all of them by default"
    )
    parser.add_argument("--only", default="", help="a regular expression for the names of checks")
    given = parser.parse_args()
    wanted = given.suites or list(every)
    return report(run(wanted, given.only), whole=not given.suites and not given.only)


if __name__ == "__main__":
    sys.exit(main())
