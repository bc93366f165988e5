"""New contents are made ready in a folder of their own, then take their places, and go back when a step fails.

What changes below one folder takes its place in one step, by an exchange of the whole folder: files of two runs never stand
side by side in a package, whenever the process is killed. A folder made ready has what is not ours as hard links.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from clientwright.render.exchange import exchange

PREFIX = ".clientwright-next-"
# A folder with more files than this that are not ours is changed file by file.
_MOST_LINKS = 20_000


class Staging:
    """A run that replaces files of `folder`. `new` are the contents by path, `gone` the paths to remove."""

    def __init__(self, folder: Path, new: Mapping[str, bytes], gone: Sequence[str]) -> None:
        self.folder = folder
        self._new = new
        self._gone = frozenset(gone)
        self._steps: list[Callable[[], None]] = []
        self._undo: list[Callable[[], None]] = []
        self._exchanged: list[tuple[Path, Path]] = []
        self._count = 0
        self._place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))

    def prepare(self, opening: bytes, manifest: Path, closing: bytes) -> None:
        """Write all contents aside. `opening` is the manifest while files are replaced, `closing` the one after that."""
        self._replace(manifest, opening)
        for paths in _together([*self._new, *self._gone]):
            parent = _common(paths) if len(paths) > 1 else ""
            if not parent or not self._prepare_folder(parent, paths):
                for path in paths:
                    self._replace(self.folder / path, self._new.get(path))
        self._replace(manifest, closing)

    def apply(self) -> None:
        """Put everything in its place. Raises `OSError`, and then everything is as it was."""
        try:
            for step in self._steps:
                step()
        except BaseException:
            for step in reversed(self._undo):
                step()
            self._exchanged.clear()
            raise

    def close(self) -> None:
        """Remove what is not needed any more. What cannot be tidied up stays for the next run, and is no error."""
        try:
            for was, place in self._exchanged:
                self._rescue(was, place)
        except OSError:
            return
        shutil.rmtree(self._place, ignore_errors=True)
        for path in self._gone:
            prune((self.folder / path).parent, self.folder)

    def _next(self) -> Path:
        self._count += 1
        return self._place / str(self._count)

    def _replace(self, place: Path, content: bytes | None) -> None:
        staged = None
        if content is not None:
            staged = self._next()
            _write(staged, content, place)
        self._move(place, staged)

    def _move(self, place: Path, staged: Path | None) -> None:
        """Plan that a file takes its place, or with nothing staged that the one in that place goes."""
        backup = self._next()

        def step() -> None:
            existed = os.path.lexists(place)
            if existed:
                link(place, backup)
            made = _make_parents(place.parent)

            def back() -> None:
                if existed:
                    os.replace(backup, place)
                else:
                    place.unlink(missing_ok=True)
                for folder in made:
                    _remove_empty(folder)

            self._undo.append(back)
            if staged is not None:
                os.replace(staged, place)
            elif existed:
                place.unlink()

        self._steps.append(step)

    def _prepare_folder(self, parent: str, paths: Sequence[str]) -> bool:
        """Make a folder ready; return whether it can take its place as a whole."""
        place = self.folder / parent
        staged = self._next()
        mirrored: list[tuple[Path, Path]] = []
        if place.is_dir() and not self._mirror(place, staged, parent, mirrored):
            shutil.rmtree(staged, ignore_errors=True)
            return False
        for path in paths:
            target = staged / PurePosixPath(path).relative_to(parent)
            if path in self._new:
                target.parent.mkdir(parents=True, exist_ok=True)
                _write(target, self._new[path], self.folder / path)
            elif target.parent.is_dir():
                prune(target.parent, staged)
        for folder, copy in reversed(mirrored):
            if copy.is_dir():
                shutil.copymode(folder, copy)
        self._steps.append(lambda: self._exchange(staged, place, parent, paths))
        return True

    def _mirror(
        self, place: Path, staged: Path, parent: str, mirrored: list[tuple[Path, Path]]
    ) -> bool:
        """Link what stays of a folder; `mirrored` takes the folders and their copies.

        Return False for one that is too large, cannot be read as a whole, or has another file system in it.
        """
        count = 0
        try:
            for root, folders, files in os.walk(place, onerror=_raise):
                here = Path(root)
                copy = staged / here.relative_to(place)
                copy.mkdir(parents=True)
                mirrored.append((here, copy))
                linked = [name for name in folders if (here / name).is_symlink()]
                # Compiled modules are left to be made anew: a stale one may look fresh.
                folders[:] = [
                    name for name in folders if name not in linked and name != "__pycache__"
                ]
                count += len(files) + len(folders)
                if count > _MOST_LINKS or os.path.ismount(here):
                    return False
                below = PurePosixPath(parent, *here.relative_to(place).parts)
                for name in [*files, *linked]:
                    path = str(below / name)
                    if path not in self._new and path not in self._gone:
                        link(here / name, copy / name)
        except OSError:
            return False
        return True

    def _exchange(self, staged: Path, place: Path, parent: str, paths: Sequence[str]) -> None:
        if not place.exists():
            made = _make_parents(place.parent)

            def back() -> None:
                os.rename(place, staged)
                for folder in made:
                    _remove_empty(folder)

            os.rename(staged, place)
            self._undo.append(back)
        elif exchange(staged, place):
            self._undo.append(lambda: _swap_back(staged, place))
            self._exchanged.append((staged, place))
        else:
            self._file_by_file(staged, parent, paths)

    def _file_by_file(self, staged: Path, parent: str, paths: Sequence[str]) -> None:
        first = len(self._steps)
        for path in paths:
            ready = staged / PurePosixPath(path).relative_to(parent)
            self._move(self.folder / path, ready if path in self._new else None)
        steps = self._steps[first:]
        del self._steps[first:]
        for step in steps:
            step()

    def _rescue(self, was: Path, place: Path) -> None:
        """Bring along what others wrote into the folder while the new one was made ready."""
        for root, folders, files in os.walk(was):
            here = Path(root)
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in files:
                old = here / name
                now = place / old.relative_to(was)
                path = now.relative_to(self.folder).as_posix()
                if path in self._new or path in self._gone or _same_file(old, now):
                    continue
                now.parent.mkdir(parents=True, exist_ok=True)
                os.replace(old, now)


def remove_leftovers(folder: Path) -> None:
    """Remove what a run that was killed left behind. Only for who holds the folder's lock."""
    for place in folder.glob(f"{PREFIX}*"):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)


def prune(folder: Path, root: Path) -> None:
    """Remove folders that have become empty, up to `root`, which stays."""
    while folder != root and root in folder.parents and _remove_empty(folder):
        folder = folder.parent


def link(source: Path, target: Path) -> None:
    """Make a hard link, or a copy where there is no such thing. A symbolic link stays one."""
    if source.is_symlink():
        target.symlink_to(os.readlink(source))
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _together(paths: Sequence[str]) -> Iterator[list[str]]:
    """Group paths by their first part; those that have one part alone stand for themselves."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(path.split("/")[0], []).append(path)
    yield from groups.values()


def _common(paths: Sequence[str]) -> str:
    """Give the nearest folder that holds all of these paths."""
    return os.path.commonpath([PurePosixPath(path).parent for path in paths])


def _write(staged: Path, content: bytes, place: Path) -> None:
    staged.write_bytes(content)
    if place.is_file():
        os.chmod(staged, place.stat().st_mode & 0o777)


def _make_parents(folder: Path) -> list[Path]:
    """Make a folder and those above it; return those that were not there, the innermost first."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
    return missing


def _remove_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


def _swap_back(staged: Path, place: Path) -> None:
    exchange(staged, place)


def _same_file(first: Path, second: Path) -> bool:
    try:
        return os.path.samestat(first.lstat(), second.lstat())
    except OSError:
        return False


def _raise(error: OSError) -> None:
    raise error
