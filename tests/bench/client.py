"""The client part: our client, the official SDK and httpx alone against one server on a loopback port."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import answers
from measure import HERE, ROOT, BenchError, Row, Table, in_turn, median, run
from starts import starts

NAMES = {"ours": "ours", "official": "mistralai", "bare": "httpx alone"}
RATIOS = (("ours", "bare"), ("official", "bare"))
# How many of each are one measurement, and by what its time is divided.
OPERATIONS = {
    "start": ("`start`, one at a time, per call", 100, 1),
    "start_async": ("`start`, 50 at once, async, per call", 100, 1),
    "list": (f"a list of {answers.CONVERSATIONS} conversations", 20, 1),
    "history": (f"a history of {answers.ENTRIES} entries", 10, 1),
    "stream": ("a stream, one chunk per event, per event", 2, answers.EVENTS),
}
# httpx imports click and rich for a command of its own wherever it finds them. The generator has them installed; whoever
# installs a client has not, and the measure would be of them.
_ALONE = """
import sys
sys.modules["httpx._main"] = sys.modules["httpx2._main"] = None
"""
_REPORT = """
import json, resource, sys
try:
    with open("/proc/self/status") as file:
        memory = next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmRSS"))
except OSError:
    scale = 1 if sys.platform == "darwin" else 1024
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """`rounds` for what takes long to start, three times as many for calls; `fraction` scales the calls of a round."""

    subjects: Sequence[str]
    package: Path
    rounds: int
    fraction: float = 1.0
    http: str = "httpx"


def subjects(wanted: Sequence[str]) -> list[str]:
    """Give those of the subjects that are installed."""
    installed = importlib.util.find_spec("mistralai") is not None
    return [name for name in NAMES if name in wanted and (installed or name != "official")]


def measure(settings: Settings) -> list[Table]:
    """Measure everything there is to measure of the clients."""
    env = {
        "PYTHONPATH": os.pathsep.join([str(HERE), str(settings.package)]),
        "BENCH_HTTP": settings.http,
        "PYTHONHASHSEED": "0",
    }
    programs = {name: NAMES[name] for name in settings.subjects}
    if "bare" in programs:
        programs["bare"] = f"{settings.http} alone"
    ratios = [pair for pair in RATIOS if programs.keys() >= set(pair)]
    with _server(env) as url:
        rows = _starting(settings, url, env)
        used, rates = _calling(settings, url, env)
    text = (
        "Medians of CPU time (user and system) of the client's process, unless it says otherwise."
    )
    return [
        Table("The generated client", programs, [*rows, *used], ratios, text),
        Table("The same by the clock, server included: more is better", programs, rates),
    ]


@contextmanager
def _server(env: Mapping[str, str]) -> Iterator[str]:
    with _process([str(HERE / "server.py")], env) as process:
        assert process.stdout
        port = process.stdout.readline().strip()
        if not port:
            raise BenchError("the server does not start")
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _process(arguments: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program of ours that ends when its standard input does."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **env},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            assert process.stdin
            process.stdin.close()


def _script(code: str, url: str, env: Mapping[str, str]) -> dict[str, Any]:
    """Run a piece of code in a new interpreter; give its CPU time, Python's own start aside and included, and its memory."""
    script = (
        f"{_ALONE}\nimport time\nurl = {url!r}\nbegan = time.process_time()\n{code}\n"
        f"ended = time.process_time()\n{_REPORT}"
        "print(json.dumps({'over': ended - began, 'all': ended, 'memory': memory}))"
    )
    used = run([sys.executable, "-c", script], env=env, cwd=ROOT)
    told = json.loads(used.output.splitlines()[-1])
    return {**told, "wall": used.wall}


def _starting(settings: Settings, url: str, env: Mapping[str, str]) -> list[Row]:
    """Measure import, the first client, the first call."""
    programs = starts(settings.http)
    taken: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for stage in ("importing", "creating", "calling"):
        scripts = {
            name: partial(_script, getattr(programs[name], stage), url, env)
            for name in settings.subjects
        }
        if settings.rounds > 1:
            in_turn(scripts, 1)  # so that every file has been read once
        taken[stage] = in_turn(scripts, settings.rounds * 2 - 1)

    def row(title: str, unit: str, stage: str, key: str) -> Row:
        values = {name: median(one[key] for one in runs) for name, runs in taken[stage].items()}
        return Row(title, unit, values)

    return [
        row("import, over Python itself", "s", "importing", "over"),
        row("import and first client, over Python itself", "s", "creating", "over"),
        row("cold start to first reply", "s", "calling", "all"),
        row("the same by the clock", "s", "calling", "wall"),
        row("memory after the first call", "bytes", "calling", "memory"),
    ]


def _calling(settings: Settings, url: str, env: Mapping[str, str]) -> tuple[list[Row], list[Row]]:
    """Measure calls, in processes that stay: rows of CPU time, and rows of what they do in a second."""
    used: list[Row] = []
    rates: list[Row] = []
    with ExitStack() as stack:
        workers = {
            name: stack.enter_context(_process([str(HERE / "worker.py"), name, url], env))
            for name in settings.subjects
        }
        for operation, (title, count, share) in OPERATIONS.items():
            times = max(1, round(count * settings.fraction))
            if operation == "start_async":
                times = max(50, times // 50 * 50)
            programs = {
                name: partial(_tell, worker, operation, times) for name, worker in workers.items()
            }
            first = in_turn(programs, 1)
            results = {told[0]["last"] for told in first.values()}
            if len(results) != 1:
                raise BenchError(f"the clients do not agree on what {operation} gives: {results}")
            runs = in_turn(programs, settings.rounds * 3)
            used.append(Row(title, "s", _per(runs, "cpu", times * share)))
            wall = _per(runs, "wall", times * share)
            rates.append(_rate(operation, wall))
    return used, rates


def _per(
    runs: Mapping[str, Sequence[Mapping[str, float]]], key: str, count: int
) -> dict[str, float]:
    return {name: median(one[key] for one in told) / count for name, told in runs.items()}


def _rate(operation: str, wall: Mapping[str, float]) -> Row:
    title, size = {
        "start": ("`start`, one at a time, calls/s", 1.0),
        "start_async": ("`start`, 50 at once, async, calls/s", 1.0),
        "list": ("lists, MB/s", len(answers.conversations()) / 1e6),
        "history": ("histories, MB/s", len(answers.history()) / 1e6),
        "stream": ("stream, events/s", 1.0),
    }[operation]
    return Row(title, "", {name: size / value for name, value in wall.items()})


def _tell(worker: subprocess.Popen[str], operation: str, times: int) -> dict[str, Any]:
    assert worker.stdin and worker.stdout
    worker.stdin.write(f"{operation} {times}\n")
    worker.stdin.flush()
    line = worker.stdout.readline()
    if not line:
        raise BenchError(f"{worker.args} ended at {operation}")
    return json.loads(line)
