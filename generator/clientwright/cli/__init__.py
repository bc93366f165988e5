"""The command line: arguments in, a call of the pipeline, an exit status out.

Exit status: 0 done, 1 findings or differences, 2 wrong usage or unreadable input. Each command is a module of its own,
imported when it is used.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

from clientwright import __version__

_COMMANDS: Mapping[str, str] = {
    "generate": "clientwright.cli.generate:generate",
    "check": "clientwright.cli.check:check",
    "inspect": "clientwright.cli.inspect:inspect",
    "diff": "clientwright.cli.diff:diff",
    "overlay": "clientwright.cli.overlay:overlay",
    "init": "clientwright.cli.init:init",
}


class _Commands(click.Group):
    """Finds commands in the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        found = getattr(importlib.import_module(module), name)
        assert isinstance(found, click.Command)
        return found


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="clientwright")
def main() -> None:
    """Write API clients from OpenAPI documents.

    \b
    clientwright generate --spec openapi.yaml --package petstore_client --out client
    clientwright generate                       every flavour in spec/flavours/
    clientwright inspect openapi.yaml           what would be generated
    clientwright diff OLD NEW                   what changes for users of the client
    """
