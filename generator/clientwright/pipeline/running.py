"""One run for one flavour: from the cache when nothing has changed since an earlier one, else through the stages."""

from __future__ import annotations

import dataclasses
import functools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clientwright import cache, pipeline
from clientwright.access import ITSELF, Access
from clientwright.config import Flavour
from clientwright.pipeline import own_code
from clientwright.pipeline.outcome import Outcome
from clientwright.pipeline.uncollected import uncollected

# A rule of the generator's output folder: the list of what it wrote there.
_MANIFEST = ".clientwright.json"


class Shared:
    """What the runs of one command have in common; nothing is read or imported before one of them needs it."""

    @functools.cached_property
    def documents(self) -> pipeline.Documents:
        """The documents read so far."""
        return pipeline.Documents()


def run(
    flavour: Flavour,
    *,
    access: Access = ITSELF,
    check: bool = False,
    force: bool = False,
    use_cache: bool = True,
    shared: Shared | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Generate, or with `check` compare.

    What comes from the network is never taken from the cache. Runs with the same `shared` read a document once. Raises `InputError`; nothing is written then.
    """
    if not use_cache or access.remote or flavour.spec.startswith(("http://", "https://")):
        return _fresh(flavour, access, check, force, shared, progress)
    known = [flavour.spec, *(str(path) for path in flavour.overlays)]
    if flavour.templates is not None:
        known.append(str(flavour.templates))
    folders = [str(folder) for folder in access.folders]
    key = cache.key_of([_plain(flavour), own_code.sources(flavour), folders])
    kept = _kept(flavour, key)
    if kept is not None:
        return kept
    started = time.time_ns()
    before = {path: cache.digest_of(path) for path in known}
    outcome = _fresh(flavour, access, check, force, shared, progress)
    if not outcome.differences:
        _keep(key, outcome, before, started)
    return outcome


@uncollected()
def _fresh(
    flavour: Flavour,
    access: Access,
    check: bool,
    force: bool,
    shared: Shared | None,
    progress: Callable[[str], None],
) -> Outcome:
    return pipeline.generate(
        flavour,
        access=access,
        check=check,
        force=force,
        documents=None if shared is None else shared.documents,
        progress=progress,
    ).outcome


def _kept(flavour: Flavour, key: str) -> Outcome | None:
    entry = cache.find(key)
    if entry is None:
        return None
    try:
        return Outcome.from_json(flavour, entry.result)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _keep(key: str, outcome: Outcome, before: dict[str, str], started: int) -> None:
    """Remember a run, unless a file may have changed while it was read or a reference led nowhere."""
    if any(item.code.startswith(("ref-", "remote-")) for item in outcome.findings):
        # A file that is not there now may be there next time.
        return
    inputs = {path: cache.digest_of(path) for path in dict.fromkeys([*before, *outcome.inputs])}
    if any(inputs[path] != digest for path, digest in before.items()):
        return
    try:
        others = [path for path in inputs if path not in before]
        if any(Path(path).stat().st_mtime_ns >= started for path in others):
            return
    except OSError:
        return
    folder = outcome.flavour.output
    outputs = {path: cache.digest_of(folder / path) for path in (*outcome.written, _MANIFEST)}
    cache.keep(key, cache.Entry(str(folder), inputs, outputs, outcome.to_json()))


def _plain(flavour: Flavour) -> Any:
    return dataclasses.asdict(flavour)
