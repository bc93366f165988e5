"""Formatters of Python source: Black's style, by `ruff format` or by Black itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from pathlib import Path

LINE_LENGTH = 88
_CONFIGURATION = f"""\
line-length = {LINE_LENGTH}
target-version = "py310"
[format]
docstring-code-format = false
"""


class FormatterError(Exception):
    """The formatter is not installed, or does not take what was generated."""


def format_sources(sources: Mapping[str, str], formatter: str) -> Mapping[str, str]:
    """Format texts, given and returned by name.

    All of them go through one process: starting it costs more than a file does.
    Raises `FormatterError`.
    """
    if formatter == "none" or not sources:
        return dict(sources)
    with tempfile.TemporaryDirectory(prefix="clientwright-") as name:
        folder = Path(name)
        places = {path: folder / f"{index:05}.py" for index, path in enumerate(sources)}
        for path, place in places.items():
            place.write_bytes(sources[path].encode("utf-8", "replace"))
        (folder / "ruff.toml").write_text(_CONFIGURATION)
        command = [*_command(formatter, folder), *(place.name for place in places.values())]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            message = done.stderr.strip()
            for path, place in places.items():
                message = message.replace(str(place), path).replace(place.name, path)
            raise FormatterError(f"{formatter} does not take what was generated: {message}")
        return {path: place.read_bytes().decode() for path, place in places.items()}


def _command(formatter: str, folder: Path) -> list[str]:
    if formatter == "black":
        options = ["--quiet", "--line-length", str(LINE_LENGTH), "--target-version", "py310"]
        return [_executable("black"), *options, "--config", str(folder / "ruff.toml")]
    if formatter == "ruff":
        options = ["--no-cache", "--config", str(folder / "ruff.toml")]
        return [_executable("ruff"), "format", *options]
    raise FormatterError(f"there is no formatter {formatter}; choose ruff, black or none")


def _executable(name: str) -> str:
    """Find a program: beside this interpreter first, so that the version that was installed with us is the one used."""
    suffix = ".exe" if sys.platform == "win32" else ""
    for folder in (sysconfig.get_path("scripts"), Path(sys.executable).parent):
        place = Path(folder) / f"{name}{suffix}"
        if place.is_file():
            return str(place)
    found = shutil.which(name)
    if found is None:
        raise FormatterError(f"{name} is not installed; install it or choose another formatter")
    return found
