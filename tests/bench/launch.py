"""Runs a command and prints what it used, as one JSON object. Small, so that its own memory does not count.

python launch.py COMMAND [ARGUMENT ...]
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time


def main() -> None:
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        child = os.fork()
        if not child:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            try:
                os.execvp(sys.argv[1], sys.argv[1:])
            except OSError as problem:
                os.write(2, f"{sys.argv[1]}: {problem.strerror}\n".encode())
                os._exit(127)
        _, status = os.waitpid(child, 0)
        wall = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    # Linux counts in KiB, macOS in bytes.
    scale = 1 if sys.platform == "darwin" else 1024
    told = {
        "status": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "wall": wall,
        "peak": used.ru_maxrss * scale,
        "output": text,
    }
    print(json.dumps(told))


main()
