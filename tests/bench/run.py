"""Measures generator and client beside others and prints Markdown.

    python tests/bench/run.py [--only generate|client|size] [--json FILE] [--http httpx2] [--smoke]

Needs what tests/bench/requirements.txt names; what is not installed is left out. Takes about five minutes.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.metadata
import importlib.util
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

import client
import generating
import sizes
import table
from measure import HERE, BenchError, Table, run

PARTS = ("generate", "client", "size")
_FLAVOUR = generating.ROOT / "spec" / "flavours" / "mistral.toml"
_PACKAGES = ("httpx", "httpx2", "pydantic", "mistralai", "openai", "openapi-python-client")


def main() -> int:
    arguments = _arguments()
    parts = arguments.only or PARTS
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="clientwright-bench-") as name:
        try:
            tables = _measure(arguments, parts, Path(name))
        except BenchError as problem:
            print(f"error: {problem}", file=sys.stderr)
            return 1
    heading = _machine()
    print(f"{heading}\n")
    for one in tables:
        print(table.markdown(one))
    if arguments.json:
        told = {"machine": heading, "tables": [table.as_json(one) for one in tables]}
        Path(arguments.json).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(f"done in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure generator and client beside others.")
    parser.add_argument("--only", action="append", choices=PARTS, help="a part; may be repeated")
    parser.add_argument("--json", metavar="FILE", help="write the numbers, not rounded")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of what takes long")
    parser.add_argument("--http", choices=("httpx", "httpx2"), default="httpx")
    parser.add_argument(
        "--package", metavar="DIR", help="where mistral_client lies; else it is generated anew"
    )
    parser.add_argument(
        "--whole", action="store_true", help="the other generator on the largest document, too"
    )
    parser.add_argument(
        "--smoke", action="store_true", help="only see that everything runs: tiny, without others"
    )
    return parser.parse_args()


def _measure(arguments: argparse.Namespace, parts: tuple[str, ...], folder: Path) -> list[Table]:
    smoke: bool = arguments.smoke
    rounds = 1 if smoke else arguments.rounds
    tables: list[Table] = []
    found = importlib.util.find_spec("clientwright")
    for place in (found.submodule_search_locations or []) if found and not smoke else []:
        _compile(Path(place))
    if "generate" in parts:
        _say("generating")
        documents = generating.documents(
            folder, rounds=rounds, operations=12 if smoke else 1200, whole=arguments.whole
        )
        tables.append(generating.measure(folder, documents, others=not smoke))
    if "client" not in parts and "size" not in parts:
        return tables
    package = Path(arguments.package).resolve() if arguments.package else folder / "mistral"
    if not arguments.package:
        command = [*generating.our_command(), str(_FLAVOUR), "--out", str(package)]
        run([*command, "--set", f"style.http={arguments.http}"])
    for place in (package, HERE) if not smoke else ():
        _compile(place)
    if "client" in parts:
        _say("calling")
        wanted = ("ours", "bare") if smoke else ("ours", "official", "bare")
        settings = client.Settings(
            client.subjects(wanted),
            package,
            rounds,
            0.05 if smoke else 1.0,
            arguments.http,
        )
        tables.extend(client.measure(settings))
    if "size" in parts:
        _say("counting")
        tables.append(sizes.measure(folder, package, others=not smoke))
    return tables


def _compile(folder: Path) -> None:
    """Write the bytecode, as installing a package does: compiling is not what is measured."""
    compileall.compile_dir(str(folder), quiet=2)


def _say(what: str) -> None:
    print(f"{what} ...", file=sys.stderr, flush=True)


def _machine() -> str:
    """Say what the numbers were measured on and with."""
    versions: list[str] = []
    for name in _PACKAGES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    system = f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}; Python {platform.python_version()}; {', '.join(versions)}."


if __name__ == "__main__":
    sys.exit(main())
