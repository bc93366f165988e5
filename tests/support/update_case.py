"""Write the expected files of cases anew: `python tests/support/update_case.py NAME ...` (`make case C=NAME`).

Look at the difference before committing it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import cases


def main(wanted: list[str]) -> int:
    """Update the named cases; 2 when one is not there."""
    unknown = [name for name in wanted if name not in cases.names()]
    if unknown or not wanted:
        print(f"no such case: {', '.join(unknown)}; there are {', '.join(cases.names())}")
        return 2
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            changed = cases.update(name, Path(folder) / "client")
        print(f"{name}: {', '.join(changed) or 'nothing changed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
