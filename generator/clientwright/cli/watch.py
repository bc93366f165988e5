"""`generate --watch`: look at files until they change."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable
from types import FrameType

from clientwright.cli.shell import DONE, say

_PAUSE = 0.3  # seconds


def watch(once: Callable[[], tuple[str, ...]], pause: float = _PAUSE) -> int:
    """Do the work, and again whenever one of the files that it names has changed, until the user interrupts it."""
    asked: list[int] = []

    def interrupted(number: int, frame: FrameType | None) -> None:
        # Python drops what is raised while it clears something away: the wish to end is not lost with it.
        asked.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        while not asked:
            # What is saved while the work is done counts as changed.
            started = time.time_ns()
            files = once()
            say(f"watching {len(files)} files; Ctrl-C ends it")
            seen = _states(files)
            if any(state and state[0] >= started for state in seen.values()):
                seen = {}
            while not asked and _states(files) == seen:
                time.sleep(pause)
            time.sleep(pause / 3)  # an editor may still be writing
    except KeyboardInterrupt:
        return DONE
    finally:
        signal.signal(signal.SIGINT, before)
    return DONE


def _states(files: Iterable[str]) -> dict[str, tuple[int, int] | None]:
    """Give time of change and size of each file; for a folder, those of the newest file in it and their number."""
    return {path: _state(path) for path in files}


def _state(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
        if not os.path.isdir(path):
            return found.st_mtime_ns, found.st_size
        inside = [
            os.stat(os.path.join(place, name)).st_mtime_ns
            for place, _, names in os.walk(path)
            for name in names
        ]
    except OSError:
        return None
    return max(inside, default=0), len(inside)
