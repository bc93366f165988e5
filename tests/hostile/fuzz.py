"""Many more documents, bytes and streams than a test run has time for: `make fuzz`, or `python fuzz.py SECONDS [SEED]`.

Real documents changed at random, files of random bytes and cut or spliced text for the loader, and event streams cut at random places, a third
of the time each; half of the time goes to the targets of `targets.py` where atheris is installed, which are guided by the coverage of the code.
What fails is kept in `cases/`, with a message that names it; the exit status is 1 then.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from hostile.mutations import KINDS, Change, mutated, sources, try_document, try_file  # noqa: E402
from hostile.payloads import PAYLOADS  # noqa: E402
from hostile.streams import plain_events, runtime  # noqa: E402
from hostile.targets import TARGETS  # noqa: E402

PIECES = [
    *(
        b"&a ",
        b"*a",
        b"<<: ",
        b"!!python/object:os.system ",
        b"!!binary ",
        b"? ",
        b"- ",
        b": ",
        b"|\n",
        b">\n",
        b"'",
        b'"',
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b"\t",
        b"\n",
        b"\r",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"---\n",
        b"...\n",
    ),
    *(
        b"%YAML 1.1\n",
        b"$ref: '#'",
        b'"$ref": "#/"',
        b"\\ud800",
        b"\\u0000",
        b"1e999",
        b".inf",
        b"0x",
        b"9" * 2_000,
        b"[" * 700,
    ),
    *(text.encode("utf-8", "surrogatepass") for text in PAYLOADS.values() if len(text) < 200),
]


def document(rng: random.Random, folder: Path) -> str:
    """Change a real document and take it through all stages."""
    name = rng.choice(sorted(sources()))
    steps = [
        Change(rng.choice(KINDS), rng.randrange(10**6), rng.randrange(10**6))
        for _ in range(rng.randint(1, 12))
    ]
    return try_document(mutated(sources()[name], steps), folder, as_yaml=rng.random() < 0.3)


def text(rng: random.Random, folder: Path) -> str:
    """Cut and splice the bytes of a document."""
    data = bytearray(sources()[rng.choice(sorted(sources()))].encode())
    if rng.random() < 0.2:
        data = bytearray(rng.randbytes(rng.randrange(400)))
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data) + 1)
        if rng.random() < 0.4:
            del data[at : at + rng.randrange(2_000)]
        else:
            data[at:at] = rng.choice(PIECES) * rng.choice([1, 1, 1, 5, 300])
    if rng.random() < 0.1:
        data = bytearray(
            data.decode("utf-8", "replace").encode(
                rng.choice(["utf-16", "utf-32", "utf-16-le", "latin-1"]), "replace"
            )
        )
    source = folder / rng.choice(["document.json", "document.yaml", "document"])
    source.write_bytes(data)
    return try_file(source, folder)


_STREAM = [
    *(
        b"data",
        b"event",
        b"id",
        b"retry",
        b":",
        b": ",
        b" ",
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\n",
        b"\xef\xbb\xbf",
        b"\0",
    ),
    *(
        b"\xe2\x80\xa8",
        b"\xc3",
        b"\xa9",
        b"{}",
        b"data: x\n\n",
        b"data\n",
        b":comment\n",
        b"9" * 30,
        b"\x85",
        b"\x0b",
        b"\x1c",
    ),
]


def stream(rng: random.Random, folder: Path) -> str:
    """Feed a stream in pieces: the same events as in one piece, and as a reader of the whole would have."""
    data = b"".join(rng.choice(_STREAM) for _ in range(rng.randrange(60)))
    (folder / "stream.sse").write_bytes(data)
    parser = runtime("events").EventParser()
    found: list[Any] = []
    at = 0
    while at < len(data):
        size = rng.choice([1, 1, 2, 7, 100])
        found += parser.feed(data[at : at + size])
        at += size
    found += parser.finish()
    assert [(event.event, event.data) for event in found] == plain_events(data), data
    limited = runtime("events").EventParser(40)
    try:
        for start in range(0, len(data), 8):
            limited.feed(data[start : start + 8])
    except ValueError:
        return "over the limit"
    return "parsed"


def guided(seconds: float, seed: int, counts: Counter[str]) -> int:
    """Run the targets that are guided by coverage for so long together, each in a process of its own; how many failed."""
    failed = 0
    for name in TARGETS:
        share = max(1, int(seconds / len(TARGETS)))
        command = [sys.executable, str(HERE / "targets.py"), name, str(share), str(seed)]
        done = subprocess.run(command, capture_output=True, check=False)
        printed = (done.stdout + done.stderr).decode("utf-8", "replace")
        tried = re.search(r"stat::number_of_executed_units: *([0-9]+)", printed)
        counts[f"guided: {name}"] += int(tried[1]) if tried else 0
        if done.returncode or tried is None:
            failed += 1
            print(printed, file=sys.stderr)
    return failed


def main(seconds: float, seed: int) -> int:
    """Run all kinds for so long together; the number of failures, at most 1."""
    counts: Counter[str] = Counter()
    failed = 0
    if importlib.util.find_spec("atheris") is not None:
        seconds /= 2
        failed = guided(seconds, seed, counts)
    else:
        print("atheris is not installed: nothing is guided by coverage", file=sys.stderr)
    kinds: list[tuple[str, Callable[[random.Random, Path], str]]]
    kinds = [("document", document), ("text", text), ("stream", stream)]
    for kind, work in kinds:
        end = time.monotonic() + seconds / len(kinds)
        number = 0
        while time.monotonic() < end and failed < 20:
            number += 1
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                try:
                    counts[f"{kind}: {work(random.Random(f'{seed} {kind} {number}'), folder)}"] += 1
                except Exception:
                    failed += 1
                    for source in folder.glob("[ds]*"):
                        if source.is_file():
                            kept = HERE / "cases" / f"{kind}-{seed}-{number}{source.suffix}"
                            kept.write_bytes(source.read_bytes())
                            print(f"kept {kept.relative_to(HERE)}", file=sys.stderr)
                    traceback.print_exc(limit=-4)
    print(json.dumps({"seed": seed, "failed": failed, **counts}, indent=1))
    return min(failed, 1)


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "", ""]
    sys.exit(main(float(arguments[0] or 300), int(arguments[1] or time.time())))
