"""The list of what an output folder has from us, with hashes, so that nobody else's files are ever touched.

{"files": {"mistral_client/client.py": "sha256 in hexadecimal"}, "generator": "clientwright"}
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = ".clientwright.json"


def digest(content: bytes) -> str:
    """Give the hash of a file's content."""
    return hashlib.sha256(content).hexdigest()


def text(files: Mapping[str, bytes]) -> bytes:
    """Give the manifest for some files, sorted by path."""
    listed = {path: digest(files[path]) for path in sorted(files)}
    return (json.dumps({"generator": "clientwright", "files": listed}, indent=1) + "\n").encode()


def read(folder: Path) -> dict[str, str]:
    """Read the hashes of what an earlier run wrote, by path; nothing when there is no manifest or it is damaged."""
    try:
        loaded: Any = json.loads((folder / NAME).read_bytes())
        files: dict[Any, Any] = loaded["files"]
        return {path: known for path, known in files.items() if isinstance(path, str)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
