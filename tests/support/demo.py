"""Run the example of the README against a loopback server that plays the API: `make demo`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from support.api import ApiServer  # noqa: E402


def example() -> str:
    """Give the first Python example of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert found is not None, "the README has no example"
    return found[1]


def promised() -> str:
    """Give what the README says that the example prints."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"make demo.*?^```text\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert found is not None, "the README does not show what the example prints"
    return found[1]


def run() -> subprocess.CompletedProcess[str]:
    """Run the example in a process of its own."""
    with ApiServer() as server:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "generated" / "mistral"),
            "MISTRAL_API_KEY": server.key,
            "MISTRAL_SERVER_URL": server.url,
        }
        return subprocess.run(
            [sys.executable, "-c", example()],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
        )


if __name__ == "__main__":
    done = run()
    sys.stdout.write(done.stdout)
    sys.stderr.write(done.stderr)
    sys.exit(done.returncode)
