"""Measuring: programs that run in turn, and the middle of what they took.

The machine is shared and noisy, so no number stands alone: the programs that are compared run one after the other, round
after round (A B C A B C), and of each the median is taken. What one process does is measured in CPU time (user and system), which
a busy neighbour disturbs least; wall time stands beside it where a person waits for it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


class BenchError(Exception):
    """A program that is to be measured does not do what it should; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run of a program took: CPU and wall time in seconds, the highest resident memory in bytes, its output."""

    cpu: float
    wall: float
    peak: int
    output: str


def run(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Usage:
    """Run a command to its end and give what it and its own children used.

    A small process of its own starts it: the kernel counts the memory of whoever forks as that of the child.
    Raises `BenchError` when the command fails.
    """
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(HERE / "launch.py"), *command],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchError(
            f"{' '.join(command)} failed:\n{done.stderr[-2000:] or done.stdout[-2000:]}"
        )
    told = json.loads(done.stdout)
    if told["status"]:
        raise BenchError(
            f"{' '.join(command)} gave status {told['status']}:\n{told['output'][-2000:]}"
        )
    return Usage(told["cpu"], told["wall"], told["peak"], told["output"])


def in_turn(programs: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """Call each program once a round, in turn, and give what each call gave. The order turns around every round."""
    results: dict[str, list[T]] = {name: [] for name in programs}
    for index in range(rounds):
        order: Iterable[str] = programs if index % 2 == 0 else reversed(list(programs))
        for name in order:
            results[name].append(programs[name]())
    return results


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: a value for each program, all in `unit` (`s`, `bytes`, `lines` or nothing), less is better.

    A program without a value could not do it; `notes` says why.
    """

    name: str
    unit: str
    values: Mapping[str, float]
    notes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the same programs. A ratio is the value of the first of a pair over that of the second."""

    title: str
    programs: Mapping[str, str]
    rows: Sequence[Row]
    ratios: Sequence[tuple[str, str]] = ()
    text: str = ""
