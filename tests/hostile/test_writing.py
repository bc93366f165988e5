"""Output folders: the old tree or the new one, whenever a run is killed, fails, or meets another; nothing outside, nothing of others."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from clientwright import render
from clientwright.render import exchange, lock, staging
from support.paths import ROOT, SPEC

from hostile.writing_loop import tree

LOOP = ROOT / "tests" / "hostile" / "writing_loop.py"
A, B = tree("a"), tree("b")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".clientwright.json" and "__pycache__" not in path.parts
    }


def at_rest(folder: Path) -> dict[str, bytes]:
    """The same without what a run that ended early left for the next one to remove."""
    found = contents(folder)
    return {path: found[path] for path in found if not path.startswith(staging.PREFIX)}


def below(files: dict[str, bytes], top: str) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith(f"{top}/")}


def assert_no_mix(folder: Path) -> None:
    """Each folder at the top is as one of the two runs would have it, or not there at all."""
    found = {
        path: content
        for path, content in contents(folder).items()
        if not path.startswith(".clientwright-next-")
    }
    for top in ("pkg", "docs"):
        part = below(found, top)
        assert part in ({}, below(A, top), below(B, top)), sorted(part)


def assert_done(folder: Path, files: dict[str, bytes]) -> None:
    assert contents(folder) == files
    assert [
        path.name for path in folder.iterdir() if path.name.startswith(".clientwright-next")
    ] == []
    assert "before" not in json.loads((folder / ".clientwright.json").read_bytes())


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """SIGKILL, 30 times; with the package imported by another process each time."""
    random.seed(6)
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    for _ in range(30):
        loop = subprocess.Popen([sys.executable, str(LOOP), str(out)], stdout=subprocess.PIPE)
        assert loop.stdout is not None and loop.stdout.readline() == b"ready\n"
        time.sleep(random.random() * 0.15)
        loop.kill()
        loop.wait()
        loop.stdout.close()
        assert_no_mix(out)
        if (out / "pkg").exists():
            done = subprocess.run(
                [sys.executable, "-c", "import pkg; print(pkg.V)"],
                cwd=out,
                env=environment,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0 and done.stdout.strip() in ("a", "b"), done.stderr
    for files in (A, B):
        render.write(out, files)
        assert_done(out, files)


# Everything that changes the disk, by module and name.
STEPS: list[tuple[Any, str]] = [
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (os, "mkdir"),
    (os, "rmdir"),
    (os, "chmod"),
    (staging, "exchange"),
    (staging, "_write"),
    (tempfile, "mkdtemp"),
]


def interrupting(at: int, end: Callable[[], Any], patch: pytest.MonkeyPatch) -> list[int]:
    """Let `end` happen instead of the step of this number; the list counts the steps."""
    count = [0]

    def wrap(original: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **more: Any) -> Any:
            count[0] += 1
            if count[0] == at:
                end()
            return original(*arguments, **more)

        return step

    for module, name in STEPS:
        patch.setattr(module, name, wrap(getattr(module, name)))
    return count


def steps_of(folder: Path, files: dict[str, bytes]) -> int:
    with pytest.MonkeyPatch.context() as patch:
        count = interrupting(-1, lambda: None, patch)
        render.write(folder, files)
    return count[0]


def in_child(work: Callable[[], None]) -> int:
    """Do something in a process of its own; its exit status."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with the first tree, and a file of somebody else's in the package."""
    out = tmp_path / "out"
    render.write(out, A)
    (out / "pkg" / "deep" / "mine.py").write_bytes(b"mine")
    return out


def test_killed_at_every_step(tmp_path: Path) -> None:
    """The process ends before each single call that changes the disk."""
    mine = {"pkg/deep/mine.py": b"mine"}
    total = steps_of(_fresh(tmp_path / "count"), B)
    assert total > 30
    for number in range(1, total + 1):
        out = _fresh(tmp_path / f"out{number}")
        with pytest.MonkeyPatch.context() as patch:
            interrupting(number, lambda: os.kill(os.getpid(), signal.SIGKILL), patch)
            status = in_child(lambda out=out: render.write(out, B) and None)
        assert status == -signal.SIGKILL
        assert (out / "pkg" / "deep" / "mine.py").read_bytes() == b"mine"
        (out / "pkg" / "deep" / "mine.py").unlink()
        assert_no_mix(out)
        (out / "pkg" / "deep" / "mine.py").write_bytes(b"mine")
        render.write(out, B)
        assert_done(out, {**B, **mine})
        shutil.rmtree(out)


def _fresh(out: Path) -> Path:
    render.write(out, A)
    (out / "pkg" / "deep" / "mine.py").write_bytes(b"mine")
    return out


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("atomic", [True, False])
def test_a_step_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, error: BaseException, atomic: bool
) -> None:
    """Also where folders cannot be exchanged and each file takes its place alone."""

    def fail() -> None:
        raise error

    def patched() -> pytest.MonkeyPatch:
        patch = pytest.MonkeyPatch()
        if not atomic:
            patch.setattr(staging, "exchange", lambda first, second: False)
        return patch

    patch = patched()
    out = _fresh(tmp_path / "out")
    before, after = contents(out), {**B, "pkg/deep/mine.py": b"mine"}
    total = steps_of(out, B)
    render.write(out, A)
    patch.undo()
    failed = 0
    for number in range(1, total + 1):
        patch = patched()
        interrupting(number, fail, patch)
        try:
            render.write(out, B)
        except (render.WriteRefused, KeyboardInterrupt):
            failed += 1
            patch.undo()
            if at_rest(out) == after:
                # It was no more than tidying up that failed.
                assert isinstance(error, KeyboardInterrupt)
                failed -= 1
                render.write(out, A)
            assert_done(out, before)
        else:
            # There was another way.
            patch.undo()
            assert contents(out) == after
            render.write(out, A)
            assert_done(out, before)
        finally:
            patch.undo()
    assert failed > 15


def test_files_of_others_stay_and_keep_what_they_are(written: Path) -> None:
    package = written / "pkg"
    (package / "link").symlink_to("deep/mine.py")
    (package / "program").write_bytes(b"#!")
    (package / "program").chmod(0o755)
    (package / "empty").mkdir()
    (package / "sealed").mkdir()
    (package / "sealed" / "x").write_bytes(b"x")
    (package / "sealed").chmod(0o555)
    before = (package / "deep" / "mine.py").stat()
    render.write(written, B)
    after = (package / "deep" / "mine.py").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert os.readlink(package / "link") == "deep/mine.py"
    assert (package / "program").stat().st_mode & 0o777 == 0o755
    assert (package / "empty").is_dir()
    assert (package / "sealed").stat().st_mode & 0o777 == 0o555
    (package / "sealed").chmod(0o755)


def test_unchanged_files_keep_their_time(written: Path) -> None:
    before = (written / "pkg" / "deep" / "__init__.py").stat()
    render.write(written, B)
    after = (written / "pkg" / "deep" / "__init__.py").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_others_write_meanwhile_is_kept(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(first: Path, second: Path) -> bool:
        if second.name == "pkg":
            (second / "late.py").write_bytes(b"late")
            (second / "deep" / "new.py").write_bytes(b"")
            os.replace(second / "deep" / "new.py", second / "deep" / "mine.py")
        return exchange.exchange(first, second)

    monkeypatch.setattr(staging, "exchange", late)
    render.write(written, B)
    assert (written / "pkg" / "late.py").read_bytes() == b"late"
    assert (written / "pkg" / "deep" / "mine.py").read_bytes() == b""


def test_this_system_exchanges_folders(tmp_path: Path) -> None:
    if sys.platform not in ("linux", "darwin"):
        pytest.skip("no system call for it")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    assert exchange.exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "one" / "two").exists() and (tmp_path / "two" / "one").exists()
    assert not exchange.exchange(tmp_path / "one", tmp_path / "three")


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, str(LOOP), str(out)]
    loops = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    time.sleep(2)
    assert [loop.poll() for loop in loops] == [None, None], "a run failed because of the other"
    for loop in loops:
        loop.terminate()
        _, errors = loop.communicate()
        assert errors == b""
    assert_no_mix(out)
    render.write(out, A)
    assert_done(out, A)


def test_a_run_waits_for_another_only_so_long(written: Path) -> None:
    with lock.locked(written, 0), pytest.raises(render.WriteRefused, match="another run"):
        render.write(written, B, patience=0.1)
    assert below(contents(written), "docs") == below(A, "docs")
    render.write(written, B, patience=0.1)
    assert below(contents(written), "docs") == below(B, "docs")


def test_a_full_disk(written: Path) -> None:
    """No file may grow over 10,000 bytes."""
    before = contents(written)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        with pytest.raises(render.WriteRefused, match="cannot write"):
            render.write(written, B)

    assert in_child(work) == 0
    assert contents(written) == before
    assert_done(written, before)


def test_a_file_system_without_room(tmp_path: Path) -> None:
    """A whole file system of 40 KiB, in name spaces of its own."""
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path; from clientwright import render; from hostile.writing_loop import tree\n"
        "out = Path(sys.argv[1]); first = {'p/a.py': b'a', 'p/b.py': b'a'}\n"
        "render.write(out / 'out', first)\n"
        "names = sorted(str(p) for p in out.rglob('*'))\n"
        "try: render.write(out / 'out', tree('a'))\n"
        "except render.WriteRefused as e: assert 'No space' in str(e), e\n"
        "else: raise SystemExit('there was room')\n"
        "assert sorted(str(p) for p in out.rglob('*')) == names\n"
        "assert (out / 'out/p/a.py').read_bytes() == b'a'\n"
    )
    mount = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    ready = 'mount -t tmpfs -o size=40k none "$0" && exec "$@"'
    probe = shutil.which("unshare") and subprocess.run(
        [*mount, ready, str(tmp_path), "true"], capture_output=True
    )
    if not probe or probe.returncode:
        pytest.skip("no name spaces to mount a small file system in")
    folders = [folder for folder in sys.path if folder]
    command = [sys.executable, "-B", "-c", program, str(tmp_path), *folders]
    done = subprocess.run([*mount, ready, str(tmp_path), *command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("sealed", ["", "pkg", "pkg/deep", "docs"])
def test_a_read_only_folder(open_folder: Path, sealed: str) -> None:
    """Refused before anything is written, whichever folder of the tree it is."""
    out = open_folder / "out"

    def work() -> None:
        if os.geteuid() == 0:
            os.setuid(65_534)
        with pytest.raises(render.WriteRefused, match=r"read-only|cannot write"):
            render.write(out, B)
        # Nothing to change is nothing to refuse.
        assert render.write(out, A).changed == ()

    render.write(out, A)
    if os.geteuid() == 0:
        for path in (out, *out.rglob("*")):
            os.chown(path, 65_534, 65_534)
    (out / sealed).chmod(0o555)
    before = contents(out)
    assert in_child(work) == 0
    assert contents(out) == before


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_bytes(b"theirs")
    with pytest.raises(render.WriteRefused, match="was not made by clientwright"):
        render.write(tmp_path, A)
    assert contents(tmp_path) == {"theirs.txt": b"theirs"}
    assert len(list(tmp_path.iterdir())) == 1
    render.write(tmp_path, A, force=True)
    assert contents(tmp_path) == {**A, "theirs.txt": b"theirs"}
    render.write(tmp_path, B)
    assert contents(tmp_path) == {**B, "theirs.txt": b"theirs"}


def test_a_new_repository_is_no_folder_of_others(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"")
    assert render.write(tmp_path, A).changed


@pytest.mark.parametrize(
    "inner", ["pkg", "pkg/deep", "pkg/__init__.py", "README.md", ".clientwright.json"]
)
@pytest.mark.parametrize("target", ["elsewhere", "../elsewhere", "/etc", "pkg", "missing"])
@pytest.mark.parametrize("force", [False, True])
def test_no_link_is_followed(tmp_path: Path, inner: str, target: str, force: bool) -> None:
    out = tmp_path / "out"
    (out / inner).parent.mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (out / inner).symlink_to(target)
    with pytest.raises(render.WriteRefused, match="link"):
        render.write(out, A, force=force)
    assert (out / inner).is_symlink()
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("kind", ["fifo", "folder"])
def test_what_is_no_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "README.md"
    os.mkfifo(place) if kind == "fifo" else place.mkdir()
    with pytest.raises(render.WriteRefused, match="no regular file"):
        render.write(tmp_path, A, force=True)


@pytest.mark.parametrize(
    "listing",
    [
        b"[}",
        b"null",
        b'{"files": []}',
        b'{"files": {"README.md": {"a": 1}, "x": null}, "before": 3}',
        b"[" * 100_000,
        b'{"files": {"../../victim": "0", "/etc/passwd": "0"}}',
        b'{"files": {".git/config": "0", "a\\u0000b": "0"}}',
    ],
)
def test_a_manifest_of_others_removes_nothing(tmp_path: Path, listing: bytes) -> None:
    out = tmp_path / "a" / "b"
    out.mkdir(parents=True)
    victim = tmp_path / "victim"
    victim.write_bytes(b"v")
    (out / ".git").mkdir()
    (out / ".git" / "config").write_bytes(b"c")
    (out / ".clientwright.json").write_bytes(listing)
    try:
        render.write(out, {"README.md": b"r"})
    except render.WriteRefused as refused:
        assert "\n" not in str(refused)
    assert victim.read_bytes() == b"v"
    assert (out / ".git" / "config").read_bytes() == b"c"


def test_the_command_killed_at_random_moments(tmp_path: Path) -> None:
    """The whole of it: two flavours of a real document in turn into one folder."""
    random.seed(16)
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "clientwright",
        "generate",
        "--spec",
        str(SPEC),
        "--package",
        "made",
        "--out",
        str(out),
    ]
    flavours = [["--client-class", "One"], ["--client-class", "Two", "--set", "style.async=none"]]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    began = time.monotonic()
    done = subprocess.run([*command, *flavours[0]], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    took = time.monotonic() - began
    for number in range(6):
        run = subprocess.Popen(
            [*command, *flavours[(number + 1) % 2]], stderr=subprocess.DEVNULL, env=environment
        )
        time.sleep(took * random.uniform(0.5, 1.1))
        run.kill()
        run.wait()
        client = next(
            name for name in ("One", "Two") if name in (out / "made" / "client.py").read_text()
        )
        program = f"import made.client, made.models; made.client.{client}; made.{client}"
        seen = subprocess.run(
            [sys.executable, "-B", "-c", program], cwd=out, capture_output=True, text=True
        )
        assert seen.returncode == 0, seen.stderr
    done = subprocess.run([*command, *flavours[0]], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    clean = [*command[:-1], str(tmp_path / "clean"), *flavours[0]]
    assert subprocess.run(clean, capture_output=True, env=environment).returncode == 0
    assert contents(out) == contents(tmp_path / "clean")
