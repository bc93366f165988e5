"""Writing an output folder: only what changed, whole files at a time, and nothing that is not ours."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clientwright.render import manifest


class WriteRefused(Exception):
    """The output folder cannot be written, or holds something that is not ours; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Written:
    """The paths that were written and those that were removed, relative to the folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> Written:
    """Bring a folder to what `files` says, by path.

    Files that have the right content already keep their time of change; files that an earlier run wrote and this one does not have
    go; everything else stays. Raises `WriteRefused`, before anything is changed, when a path leads out of the folder, a
    file there was not written by us or was edited since (`force` overwrites it), or the folder cannot be written.
    """
    targets = {path: _inside(folder, path) for path in files}
    known = manifest.read(folder)
    current = {path: _read(place) for path, place in targets.items()}
    changed = [path for path in files if current[path] != files[path]]
    gone = [path for path in known if path not in files and _inside(folder, path).is_file()]
    if not force:
        _refuse_foreign(changed, current, known)
        gone = [path for path in gone if _is_ours(_read(_inside(folder, path)), known[path])]
    listing = manifest.text(files)
    place = _inside(folder, manifest.NAME)
    stale = _read(place) != listing
    try:
        staged = _stage({path: files[path] for path in changed}, targets)
        if stale:
            staged.append((_stage_one(place, listing), place))
        for temporary, target in staged:
            os.replace(temporary, target)
        for path in gone:
            _inside(folder, path).unlink(missing_ok=True)
            _prune(_inside(folder, path).parent, folder)
    except OSError as problem:
        raise WriteRefused(
            f"cannot write {problem.filename or folder}: {problem.strerror}"
        ) from problem
    return Written(tuple(changed), tuple(gone))


def _inside(folder: Path, path: str) -> Path:
    """Give the place of a file. Raises `WriteRefused` when it is not in the folder, also through a link."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or not pure.parts or ".." in pure.parts or "\\" in path or "\0" in path:
        raise WriteRefused(f"{path!r} is no path inside the output folder")
    place = folder.joinpath(*pure.parts)
    if place.is_symlink() or folder.resolve() not in place.parent.resolve().joinpath("x").parents:
        raise WriteRefused(f"{place} leads out of the output folder")
    return place


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise WriteRefused(f"cannot read {place}: {problem.strerror}") from problem


def _is_ours(content: bytes | None, known: str | None) -> bool:
    return content is None or manifest.digest(content) == known


def _refuse_foreign(
    changed: list[str], current: Mapping[str, bytes | None], known: Mapping[str, str]
) -> None:
    for path in changed:
        content = current[path]
        if content and not _is_ours(content, known.get(path)):
            reason = "was edited by hand" if path in known else "was not written by clientwright"
            raise WriteRefused(f"{path} {reason}; move it away, or use --force to overwrite it")


def _stage(files: Mapping[str, bytes], targets: Mapping[str, Path]) -> list[tuple[str, Path]]:
    """Write new contents beside their places; when that fails, nothing is left behind."""
    staged: list[tuple[str, Path]] = []
    try:
        for path, content in files.items():
            staged.append((_stage_one(targets[path], content), targets[path]))
    except BaseException:
        for temporary, _ in staged:
            Path(temporary).unlink(missing_ok=True)
        raise
    return staged


def _stage_one(place: Path, content: bytes) -> str:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".clientwright-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mode = place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _prune(folder: Path, root: Path) -> None:
    """Remove folders that have become empty, up to the output folder."""
    while folder != root and root in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
