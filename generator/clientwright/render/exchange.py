"""Two folders change places in one step, where the operating system has such a step.

Linux: https://man7.org/linux/man-pages/man2/rename.2.html (`RENAME_EXCHANGE`); macOS: `renamex_np` with `RENAME_SWAP`.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(first: Path, second: Path) -> bool:
    """Let two existing paths change places; no other process ever sees one of them missing.

    Return whether that was done; when not (no such call, or not on this file system) nothing has changed.
    """
    call = _call()
    return call is not None and call(os.fsencode(first), os.fsencode(second)) == 0


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return swap and (lambda first, second: swap(first, second, ctypes.c_uint(_RENAME_SWAP)))
    rename = getattr(library, "renameat2", None)
    if rename is None:
        return None
    flag = ctypes.c_uint(_RENAME_EXCHANGE)
    return lambda first, second: rename(_AT_FDCWD, first, _AT_FDCWD, second, flag)
