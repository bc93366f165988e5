"""Writes one tree and another in turn until it is killed: `python writing_loop.py FOLDER`."""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from clientwright import render

MODULES = 6


def tree(version: str) -> dict[str, bytes]:
    """A package whose modules all say one version, and files beside it. Some modules are in one version alone."""
    names = [f"m{n}" for n in range(MODULES)] + [f"only_{version}_{n}" for n in range(2)]
    imports = "".join(f"from .deep.{name} import V as {name}\n" for name in names)
    same = f"assert {{{', '.join(names)}}} == {{{version!r}}}, 'a mix'\n"
    files = {f"pkg/deep/{name}.py": f"V = {version!r}\n".encode() for name in names}
    filling = {f"pkg/data/{n}.txt": version.encode() * 20_000 for n in range(1)}
    beside = {"README.md": version.encode(), "docs/a.md": version.encode(), "docs/b.md": b"same"}
    always = {
        "pkg/__init__.py": (imports + same + f"V = {version!r}\n").encode(),
        "pkg/deep/__init__.py": b"",
    }
    return {**files, **filling, **beside, **always}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print("ready", flush=True)
    for each in cycle("ab"):
        render.write(folder, tree(each))
