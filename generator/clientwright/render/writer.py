"""Writing an output folder: only what changed, all of it or nothing, and nothing that is not ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clientwright.render import manifest
from clientwright.render.lock import NAME as LOCK
from clientwright.render.lock import Locked, locked
from clientwright.render.staging import Staging, prune, remove_leftovers

# How long to wait for another run that writes into the same folder, in seconds.
_PATIENCE = 60.0

# So many files are named when they cannot be overwritten.
_MOST_NAMED = 3


class WriteRefused(Exception):
    """The output folder cannot be written, or holds something that is not ours; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Written:
    """The paths that were written and those that were removed, relative to the folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write(
    folder: Path, files: Mapping[str, bytes], *, force: bool = False, patience: float = _PATIENCE
) -> Written:
    """Bring a folder to what `files` says, by path.

    Files that have the right content already keep their time of change; files that an earlier run wrote and this one does not have
    go; everything else stays. Another run in the same folder is waited for, at most `patience` seconds.

    Raises `WriteRefused`, and leaves everything as it was, when a path leads out of the folder (also through a link), a file
    there was not written by us or was edited since, the folder is not empty and was not made by us (`force` allows these
    two), or the folder cannot be written. A process that is killed leaves each package as it was or as it is to
    be; the next run completes the rest.
    """
    for path in files:
        _check_path(path)
    _refuse_file(folder)
    made: list[Path] = []
    try:
        made = _make(folder)
        with locked(folder, patience):
            written = _write(folder.resolve(), files, force)
    except BaseException as problem:
        for each in made:
            _remove_if_empty(each)
        if isinstance(problem, Locked):
            raise WriteRefused(str(problem)) from problem
        if isinstance(problem, OSError):
            raise WriteRefused(
                f"cannot write {problem.filename or folder}: {problem.strerror or problem}"
            ) from problem
        raise
    return written


def _write(folder: Path, files: Mapping[str, bytes], force: bool) -> Written:
    known = manifest.read(folder)
    seen: dict[PurePosixPath, None] = {}
    current = {path: _read(_inside(folder, path, seen)) for path in (*files, *known)}
    listing = manifest.text(files)
    stale = _read(_inside(folder, manifest.NAME, seen)) != listing
    changed = [path for path in files if current[path] != files[path]]
    gone = [path for path in known if path not in files and current[path] is not None]
    if not force:
        _refuse_foreign(folder, changed, current, known)
        gone = [path for path in gone if _is_ours(current[path], known[path])]
    if not changed and not gone and not stale:
        remove_leftovers(folder)
        return Written((), ())
    _refuse_read_only(folder, [*changed, *gone])
    remove_leftovers(folder)
    staging = Staging(folder, {path: files[path] for path in changed}, gone)
    try:
        staging.prepare(manifest.text(files, known), folder / manifest.NAME, listing)
        staging.apply()
    finally:
        staging.close()
    return Written(tuple(changed), tuple(gone))


def _check_path(path: str) -> None:
    pure = PurePosixPath(path)
    parts = path.split("/")
    if (
        pure.is_absolute()
        or pure.as_posix() != path
        or not pure.parts
        or ".." in parts
        or any(character in path for character in '\\\0:*?"<>|')
        or not path.isprintable()
        or path in (manifest.NAME, LOCK)
    ):
        raise WriteRefused(f"{path!r} is no path inside the output folder")
    try:
        os.fsencode(path)
    except UnicodeEncodeError as problem:
        raise WriteRefused(
            f"{path!a} cannot be the name of a file where names are in {problem.encoding}; set PYTHONUTF8=1"
        ) from problem


def _inside(folder: Path, path: str, seen: dict[PurePosixPath, None]) -> Path:
    """Give the place of a file. Raises `WriteRefused` when a link or something else stands in the way."""
    pure = PurePosixPath(path)
    if path != manifest.NAME:
        _check_path(path)
    place = folder / path
    for parent in reversed(pure.parents[:-1]):
        if parent not in seen:
            _require(folder / parent, stat.S_ISDIR, "no folder")
            seen[parent] = None
    _require(place, stat.S_ISREG, "no regular file")
    return place


def _require(place: Path, is_right: Callable[[int], bool], wrong: str) -> None:
    try:
        mode = place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if stat.S_ISLNK(mode):
        raise WriteRefused(f"{place} is a link that leads out of the output folder")
    if not is_right(mode):
        raise WriteRefused(f"{place} is {wrong}; move it away")


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise WriteRefused(f"cannot read {place}: {problem.strerror}") from problem


def _is_ours(content: bytes | None, known: Sequence[str]) -> bool:
    return content is None or manifest.digest(content) in known


def _refuse_foreign(
    folder: Path,
    changed: Sequence[str],
    current: Mapping[str, bytes | None],
    known: Mapping[str, Sequence[str]],
) -> None:
    other: list[str] = []
    for path in changed:
        content = current[path]
        if content and not _is_ours(content, known.get(path, ())):
            other.append(path)
    edited = [path for path in other if path in known]
    if edited:
        raise WriteRefused(
            f"{_named(edited)} edited by hand: move the change, which --check shows, into a module "
            "of your own, or use --force to overwrite it"
        )
    if other:
        raise WriteRefused(
            f"{_named(other)} not written by clientwright; move it away, or use --force to overwrite it"
        )
    if changed and not known and not os.path.lexists(folder / manifest.NAME):
        # Hidden entries are those of tools: a new repository may take a client.
        foreign = sorted(name for name in os.listdir(folder) if name[0] != ".")
        if foreign:
            raise WriteRefused(
                f"{folder} holds {foreign[0]} and was not made by clientwright; "
                "choose an empty folder, or use --force to write into this one"
            )


def _named(paths: Sequence[str]) -> str:
    """Name some files as the beginning of a sentence about what they were."""
    if len(paths) == 1:
        return f"{paths[0]} was"
    more = len(paths) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(paths[:_MOST_NAMED])} and {more} more were"
    return f"{', '.join(paths[:-1])} and {paths[-1]} were"


def _refuse_file(folder: Path) -> None:
    """Say it in words when a file stands where the output folder, or one that it is in, should be."""
    for each in (folder, *folder.parents):
        if each.is_file():
            raise WriteRefused(f"{each} is a file, not a folder; choose another folder")


def _refuse_read_only(folder: Path, paths: Sequence[str]) -> None:
    """Look before anything is written whether all the folders that change can be written."""
    folders = {folder: None}
    for path in paths:
        for parent in PurePosixPath(path).parents:
            folders[folder / parent] = None
    for each in folders:
        if each.exists() and not os.access(each, os.W_OK | os.X_OK):
            raise WriteRefused(f"cannot write {each}: it is read-only")


def _make(folder: Path) -> list[Path]:
    """Make the output folder; return what was not there before, the innermost first."""
    missing: list[Path] = []
    place = folder
    while not place.exists():
        missing.append(place)
        place = place.parent
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _remove_if_empty(folder: Path) -> None:
    prune(folder, folder.parent)
