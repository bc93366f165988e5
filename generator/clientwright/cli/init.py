"""`clientwright init`: a first flavour file, perhaps from the configuration of another generator."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import yaml

from clientwright import config, importers, pipeline
from clientwright.access import Access
from clientwright.cli.shell import DONE, access_options, files, folders, guarded, say, say_all
from clientwright.diagnostics import Diagnostic, InputError, Severity
from clientwright.importers import Imported

_FOLDER = Path("spec/flavours")


@click.command(short_help="Write a first flavour file.")
@click.argument("spec", required=False, shell_complete=files)
@click.option(
    "--from",
    "source",
    metavar="FILE",
    shell_complete=files,
    help="Configuration of another generator: gen.yaml, stainless.yml, or that of openapi-python-client.",
)
@click.option("--package", metavar="NAME", help="Name to import the client by; dots nest.")
@click.option("--client-class", metavar="NAME", help="Name of the client's class.")
@click.option(
    "--out", metavar="DIR", shell_complete=folders, help="Folder to write the client into."
)
@click.option(
    "--flavour",
    metavar="FILE",
    shell_complete=files,
    help="The file to write: spec/flavours/PACKAGE.toml.",
)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@access_options
@guarded
def init(
    spec: str | None,
    source: str | None,
    package: str | None,
    client_class: str | None,
    out: str | None,
    flavour: str | None,
    yes: bool,
    force: bool,
    access: Access,
) -> int:
    """Write a first flavour file for a document, which `clientwright generate` takes."""
    imported = importers.read(Path(source)) if source else Imported("")
    document = spec or imported.values.get("spec")
    if not document:
        raise click.UsageError("name the document: clientwright init SPEC")
    overlays = [str(item) for item in imported.values.get("overlays", ())]
    prepared = pipeline.prepare(
        str(document), overlays=[Path(item) for item in overlays], access=access
    )
    ask = _at_a_terminal() and not yes
    names = _names(prepared.api.title, imported.values, package, client_class, ask)
    folder = out or f"generated/{names['package.name'].split('.')[0]}"
    if ask and out is None:
        folder = _asked("Folder to write the client into", "output", folder)
    place = Path(flavour) if flavour else _FOLDER / f"{names['package.name']}.toml"
    files: dict[Path, str] = {}
    if imported.actions:
        overlay = place.resolve().parent.parent / "overlays" / f"{place.stem}.yaml"
        files[overlay] = _overlay(imported, prepared.api.title)
        overlays.append(str(overlay))
    values: dict[str, Any] = {
        "spec": str(document),
        "overlays": overlays,
        "allow_dirs": [str(item) for item in access.folders],
        "output": folder,
    }
    files[place] = _flavour(place, {**imported.values, **values, **names}, imported.tool)
    # Before anything is written: what is wrong is an answer or an option, not a line of a file.
    config.from_options({**imported.values, **values, **names})
    _write(files, force)
    config.read(place)
    say_all(imported.lost)
    for path in files:
        say(f"wrote {os.path.relpath(path)}")
    remote = " --allow-remote" if str(document).startswith(("http://", "https://")) else ""
    say(f"next: clientwright generate {os.path.relpath(place)}{remote}")
    return DONE


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _names(
    title: str,
    values: Mapping[str, Any],
    package: str | None,
    client_class: str | None,
    ask: bool,
) -> dict[str, str]:
    """Settle the names: as given, else as imported, else after the document's title, perhaps as answered."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    noise = {"api", "apis", "rest", "openapi", "the", "v1", "v2", "v3"}
    stem = "_".join([word for word in words if word not in noise][:3]) or "api"
    stem = f"api_{stem}" if stem[0].isdigit() else stem
    name = package or values.get("package.name") or f"{stem}_client"
    default = "".join(word.capitalize() for word in stem.split("_"))
    chosen = client_class or values.get("package.client_class") or default
    if ask and package is None:
        name = _asked("Name to import the client by", "package.name", name)
    if ask and client_class is None:
        chosen = _asked("Name of the client's class", "package.client_class", chosen)
    return {"package.name": str(name), "package.client_class": str(chosen)}


def _asked(question: str, key: str, default: Any) -> str:
    """Ask for the value of a key until it is one."""

    def judged(answer: str) -> str:
        if (reason := config.KEYS[key](answer)) is not None:
            raise click.BadParameter(reason)
        return answer

    return click.prompt(question, default=str(default), err=True, value_proc=judged)


def _flavour(place: Path, values: Mapping[str, Any], tool: str) -> str:
    """Write a flavour file. Paths in it are relative to it."""
    base = place.resolve().parent
    top = {
        "spec": _relative(str(values["spec"]), base),
        "overlays": [_relative(item, base) for item in values["overlays"]],
        "allow_dirs": [_relative(item, base) for item in values["allow_dirs"]],
        "output": _relative(str(values["output"]), base),
        "target": "python",
    }
    origin = f" The settings of {tool} are in it." if tool else ""
    lines = [f"# What `clientwright generate` makes of the document.{origin}"]
    lines += [f"{key} = {_toml(value)}" for key, value in top.items() if value]
    for section in ("package", "style"):
        keys = [key for key in config.KEYS if key.startswith(f"{section}.")]
        given = {key.partition(".")[2]: values[key] for key in keys if key in values}
        if section == "package":
            given.setdefault("version", "0.1.0")
        if given:
            lines += [
                "",
                f"[{section}]",
                *(f"{key} = {_toml(item)}" for key, item in given.items()),
            ]
    return "\n".join(lines) + "\n"


def _relative(path: str, base: Path) -> str:
    if path.startswith(("http://", "https://")):
        return path
    return Path(os.path.relpath(Path(path).resolve(), base)).as_posix()


def _toml(value: Any) -> str:
    """Write a text or a list of texts: a basic string of TOML is one of JSON, but for two characters."""
    if isinstance(value, list):
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]
        return f"[{', '.join(_toml(item) for item in items)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _overlay(imported: Imported, title: str) -> str:
    document = {
        "overlay": "1.0.0",
        "info": {"title": f"{imported.tool}'s settings for {title}".strip(), "version": "1.0.0"},
        "actions": [dict(action) for action in imported.actions],
    }
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)


def _write(files: Mapping[Path, str], force: bool) -> None:
    for path in files:
        if path.exists() and not force:
            raise InputError(
                Diagnostic(
                    Severity.ERROR,
                    "exists",
                    "the file is there already",
                    "use --force to overwrite it, or --flavour to name another",
                    file=os.path.relpath(path),
                )
            )
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
