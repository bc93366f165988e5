"""One file: from its path or URL to text, and from text to a tree."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path

from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.load.json_places import JsonPlaces
from clientwright.load.json_reader import read_json, replace_lone_surrogates
from clientwright.load.limits import Limits
from clientwright.load.positions import Node, json_positions
from clientwright.load.source import Source, SyntaxProblem, decode, display_name
from clientwright.load.tree import Tree
from clientwright.load.yaml_reader import read_yaml, widen_surrogates


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file read: its text, its tree, what was odd about it, and where its nodes stand."""

    source: Source
    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    places: JsonPlaces | Node


def _unreadable(code: str, message: str, hint: str, name: str) -> InputError:
    return InputError(Diagnostic(Severity.ERROR, code, message, hint, file=name))


def read_bytes(path: Path, limits: Limits, name: str = "") -> bytes:
    """Return the bytes of a regular file.

    Raises InputError when it is missing, no regular file, not readable, or larger than
    ``limits.max_bytes``.
    """
    shown = name or display_name(path)
    try:
        if path.is_dir():
            raise _unreadable(
                "is-a-directory", "this is a directory", "name the document inside it", shown
            )
        if path.exists() and not path.is_file():
            raise _unreadable("not-a-file", "this is no regular file", "", shown)
        with path.open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError:
        raise _unreadable("file-not-found", "no such file", _nearest(path), shown) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or "not a usable file name"
        raise _unreadable("not-readable", f"cannot be read: {reason}", "", shown) from None
    if len(data) > limits.max_bytes:
        raise too_large(limits, shown)
    return data


def too_large(limits: Limits, name: str) -> InputError:
    """Return the error for a document over the limit of bytes."""
    return _unreadable("too-large", f"larger than {limits.max_bytes} bytes", "", name)


def _nearest(path: Path) -> str:
    parent = path.parent
    if not parent.is_dir():
        return f"there is no directory {display_name(parent)}"
    try:
        names = sorted(os.listdir(parent))[:5000]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=3, cutoff=0.6)
    if not close:
        close = [name for name in names if Path(name).stem == path.stem][:3]
    return "did you mean " + " or ".join(close) + "?" if close else ""


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """Read bytes as JSON or YAML; ``name`` is for display and its ending breaks ties.

    Raises InputError with line and column for anything that is neither, or beyond the limits.
    """
    source = decode(data, name)
    text = source.text
    head = text.lstrip()[:1]
    if not head:
        raise source.input_error(SyntaxProblem("empty-document", "the file is empty"))
    if head == "<":
        raise source.input_error(
            SyntaxProblem(
                "not-yaml", "neither YAML nor JSON", "this looks like HTML or XML", text.index("<")
            )
        )
    if head in "{[":
        try:
            return _parse_json(source, limits)
        except SyntaxProblem as problem:
            if name.lower().endswith(".json") or problem.code not in ("not-json", "json-constant"):
                raise source.input_error(problem) from None
            json_problem = problem
        try:
            return _parse_yaml(source, limits)
        except SyntaxProblem as problem:
            is_yaml = name.lower().endswith((".yaml", ".yml"))
            chosen = problem if is_yaml or problem.code != "not-yaml" else json_problem
            raise source.input_error(chosen) from None
    try:
        return _parse_yaml(source, limits)
    except SyntaxProblem as problem:
        raise source.input_error(problem) from None


def _parse_json(source: Source, limits: Limits) -> Parsed:
    text, replaced = replace_lone_surrogates(source.text)
    tree, duplicated = read_json(text, limits)
    found: list[Diagnostic] = []
    if replaced >= 0:
        found.append(
            _warning(
                source,
                replaced,
                "lone-surrogate",
                "an escape of half a surrogate pair is no character; U+FFFD stands for it",
                "write the whole character",
            )
        )
    if duplicated:
        places, repeated = json_positions(text, 0)
        found.extend(_duplicates(source, repeated, limits))
    else:
        places = JsonPlaces(text)
    return Parsed(Source(source.name, text), tree, tuple(found), places)


def _parse_yaml(source: Source, limits: Limits) -> Parsed:
    try:
        tree, duplicates, places = read_yaml(source.text, limits)
    except SyntaxProblem:
        widened = widen_surrogates(source.text)
        if widened == source.text:
            raise
        # Lines stay; the columns after such a pair are those of the text with one escape for it.
        source = Source(source.name, widened)
        tree, duplicates, places = read_yaml(source.text, limits)
    return Parsed(source, tree, tuple(_duplicates(source, duplicates, limits)), places)


def _warning(source: Source, index: int, code: str, message: str, hint: str) -> Diagnostic:
    place = source.position(index)
    return Diagnostic(
        Severity.WARNING, code, message, hint, file=place.file, line=place.line, column=place.column
    )


def _duplicates(
    source: Source, found: list[tuple[str, int, int]], limits: Limits
) -> list[Diagnostic]:
    reported = [
        _warning(
            source,
            again,
            "duplicate-key",
            f"the key {key[:200]!r} on line {source.position(again).line} was given before on line "
            f"{source.position(first).line}; the later value counts",
            "remove one of them",
        )
        for key, first, again in found[: limits.max_reported_duplicates]
    ]
    if len(found) > len(reported):
        left = len(found) - len(reported)
        index = found[len(reported)][2]
        reported.append(
            _warning(source, index, "duplicate-key", f"{left} further keys are given twice", "")
        )
    return reported
