"""Templates of one's own: a folder whose files replace ours of the same name, or extend them block by block.

{% extends "base/python/resource.py.jinja" %}
{% block methods %}{{ super() }}...{% endblock %}
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from pathlib import Path

import jinja2
from jinja2 import nodes

BASE = "base/"
"""What our templates are called whether or not a file replaces them."""


class OverrideProblem(Exception):
    """A template of one's own names a template or a block that there is not."""


def loader(overrides: Path | None, ours: Path) -> jinja2.BaseLoader:
    """Give what finds templates: those of the user first, then ours, and ours alone behind `base/`."""
    plain = jinja2.FileSystemLoader(ours)
    based = jinja2.PrefixLoader({BASE.rstrip("/"): jinja2.FileSystemLoader(ours)})
    own = [jinja2.FileSystemLoader(overrides)] if overrides is not None else []
    return jinja2.ChoiceLoader([*own, based, plain])


def check(environment: jinja2.Environment, overrides: Path, ours: Path) -> None:
    """Look at every template of the user before anything is printed.

    A file must have the name of one of ours (`_` in front marks a part that only other files include), must extend what there is,
    and may only fill blocks that what it extends has. Raises `OverrideProblem`, and `jinja2.TemplateSyntaxError`.
    """
    for path in sorted(each for each in overrides.rglob("*") if each.is_file()):
        name = path.relative_to(overrides).as_posix()
        if path.suffix != ".jinja" and (ours / name).exists():
            raise OverrideProblem(
                f"templates.override: {name}: the runtime is the same in every package, and is not replaced"
            )
    known = {path.relative_to(ours).as_posix() for path in ours.rglob("*.jinja")}
    for path in sorted(overrides.rglob("*.jinja")):
        name = path.relative_to(overrides).as_posix()
        if name not in known and not path.name.startswith("_"):
            raise OverrideProblem(
                f"templates.override: {name}: {_missing('template', name, known)}"
            )
        _check_blocks(environment, name, path.read_text(encoding="utf-8"), known)


def _check_blocks(
    environment: jinja2.Environment, name: str, source: str, known: Collection[str]
) -> None:
    tree = environment.parse(source, name)
    for extends in tree.find_all(nodes.Extends):
        if not isinstance(extends.template, nodes.Const):
            continue
        parent = str(extends.template.value)
        if parent.removeprefix(BASE) not in known:
            wrong = _missing("template", parent, [f"{BASE}{item}" for item in known])
            raise OverrideProblem(f"templates.override: {name}: {wrong}")
        if parent == name:
            hint = f"write {BASE}{name} for ours"
            raise OverrideProblem(f"templates.override: {name}: it extends itself; {hint}")
        there = blocks(environment, parent)
        for block in tree.find_all(nodes.Block):
            if block.name not in there:
                wrong = f"{_missing('block', block.name, there)} in {parent}"
                raise OverrideProblem(f"templates.override: {name}:{block.lineno}: {wrong}")


def blocks(environment: jinja2.Environment, name: str) -> list[str]:
    """Name the blocks of a template, sorted."""
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, name)
    return sorted({block.name for block in environment.parse(source).find_all(nodes.Block)})


def _missing(kind: str, name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"there is no {kind} {name}{hint}"
