"""The group of all commands; each is imported when it is run or its help is shown."""

from importlib import import_module

import click

from partnergraph.cli.once import check_once
from partnergraph.cli.options import debug_option
from partnergraph.cli.values import near

COMMANDS = {
    "load": "partnergraph.cli.load:load",
    "remove": "partnergraph.cli.remove:remove",
    "blocks": "partnergraph.cli.blocks:blocks",
    "verify": "partnergraph.cli.verify:verify",
    "gaps": "partnergraph.cli.findings:gaps",
    "overlaps": "partnergraph.cli.findings:overlaps",
    "partners": "partnergraph.cli.partners:partners",
    "portfolio": "partnergraph.cli.tables:portfolio",
    "between": "partnergraph.cli.tables:between",
    "matrix": "partnergraph.cli.tables:matrix",
    "people": "partnergraph.cli.tables:people",
    "instruments": "partnergraph.cli.tables:instruments",
    "corroborated": "partnergraph.cli.tables:corroborated",
    "path": "partnergraph.cli.path:path",
    "show": "partnergraph.cli.show:show",
    "search": "partnergraph.cli.search:search",
    "render": "partnergraph.cli.render:render",
    "info": "partnergraph.cli.info:info",
    "export": "partnergraph.cli.export:export",
    "push": "partnergraph.cli.push:push",
    "cypher": "partnergraph.cli.cypher:cypher",
    "neo4j": "partnergraph.cli.neo4j:neo4j",
    "demo": "partnergraph.cli.demo:demo",
    "completion": "partnergraph.cli.completion:completion",
}


class Commands(click.Group):
    """A group that finds its commands in COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which people need them."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write all commands, each with its whole sentence."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(n, c.get_short_help_str(200)) for n, c in commands if c])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the command. Raises click.UsageError for what is given twice."""
        if not ctx.resilient_parsing:
            check_once(self, ctx.info_name or "", args, ctx.parent)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with. Raises click.UsageError for any other."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            ctx.fail(f"no such command {args[0]!r}{near(args[0], COMMANDS)}")
        name, command, rest = super().resolve_command(ctx, args)
        if name and command and not ctx.resilient_parsing:
            check_once(command, name, rest, ctx)
        return name, command, rest


@click.command(
    cls=Commands,
    name="partnergraph",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="FILE", help="The graph that every command reads or writes.")
@click.version_option(package_name="partnergraph", message="%(prog)s %(version)s")
@debug_option
@click.pass_context
def app(context: click.Context, db: str | None) -> None:
    """Who does what with whom in international migration, and who says so.

    Documents become a graph that answers gaps, overlaps and paths, each answer with the words
    it rests on. See it at once with: partnergraph demo
    """
    context.obj = db
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
