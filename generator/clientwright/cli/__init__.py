"""The command line: arguments in, a call of the pipeline, an exit status out.

Exit status: 0 done, 1 findings or differences, 2 wrong usage or unreadable input. Each command is a module of its own,
imported when it is used.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click
from click.shell_completion import CompletionItem

from clientwright import __version__

# Where each command is, and what it is for in a line: the list of commands is printed without importing them.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "generate": ("clientwright.cli.generate:generate", "Write clients."),
    "check": ("clientwright.cli.check:check", "Look a document over."),
    "inspect": ("clientwright.cli.inspect:inspect", "Say what would be generated."),
    "diff": ("clientwright.cli.diff:diff", "Say what changes for users."),
    "overlay": ("clientwright.cli.overlay:overlay", "Work with OpenAPI Overlay documents."),
    "init": ("clientwright.cli.init:init", "Write a first flavour file."),
}


class _Commands(click.Group):
    """Finds commands in the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        found = getattr(importlib.import_module(module), name)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as problem:
            # Few commands are misspelt, and the library takes as long to import as half of click.
            near = importlib.import_module("difflib").get_close_matches(args[0], _COMMANDS, n=1)
            if not near or near[0] in problem.message:
                raise
            message = f"{problem.message} Did you mean {near[0]!r}?"
            raise click.UsageError(message, problem.ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        names = [name for name in _COMMANDS if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=_COMMANDS[name][1]) for name in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


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
