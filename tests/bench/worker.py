"""One client in a process of its own, that does what it is told and says what it took.

    python worker.py SUBJECT URL

Each line of standard input is an operation and how often to do it; each line of standard output is one JSON object with
the CPU and wall time of all of them together, in seconds, and what the last one gave. `start_async` runs 50 at once.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import time

AT_ONCE = 50


async def _at_once(subject: object, times: int) -> str:
    last = ""
    for _ in range(0, times, AT_ONCE):
        results = await asyncio.gather(*(subject.start_async() for _ in range(AT_ONCE)))  # type: ignore[attr-defined]
        last = results[-1]
    return last


def main() -> None:
    name, url = sys.argv[1:]
    subject = importlib.import_module(f"subjects.{name}").Subject(url)
    with asyncio.Runner() as runner:
        for line in sys.stdin:
            operation, count = line.split()
            times = int(count)
            cpu, wall = time.process_time(), time.perf_counter()
            if operation == "start_async":
                last = runner.run(_at_once(subject, times))
            else:
                method = getattr(subject, operation)
                last = ""
                for _ in range(times):
                    last = method()
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            print(json.dumps({"cpu": cpu, "wall": wall, "last": last}), flush=True)


main()
