"""One run at a time in one output folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = ".clientwright.lock"
_PAUSE = 0.05


class Locked(Exception):
    """Another run is writing into the folder, and did not end in time."""


@contextmanager
def locked(folder: Path, patience: float) -> Generator[None]:
    """Hold the lock of a folder; it goes with the process, however that ends.

    Waits for another run at most `patience` seconds. Raises `Locked` after that, `OSError` when the folder cannot be opened.
    """
    handle = _open(folder)
    try:
        end = time.monotonic() + patience
        while not _take(handle):
            if time.monotonic() > end:
                raise Locked(f"another run is writing into {folder}")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _open(folder: Path) -> int:
    """Open the folder itself, so that no file of the lock is left behind; where folders do not open, a file in it."""
    if sys.platform == "win32":
        return os.open(folder / NAME, os.O_RDWR | os.O_CREAT)
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A file system without locks; nothing better is to be had there.
        return True
    return True
