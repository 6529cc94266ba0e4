"""Makes docs/reference.md (every command and question) and README's table of formats from the code.

python scripts/build_reference.py [--check]

With --check nothing is written; it exits 1 where the file is not what would be written.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from inspect import cleandoc
from pathlib import Path

import click

from partnergraph.cli.app import COMMANDS, app
from partnergraph.questions import listing
from partnergraph.questions.header import Question
from partnergraph.readers import FORMATS

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "reference.md"
README = ROOT / "README.md"
_TABLE = re.compile(r"(<!-- formats: [^>]*-->\n).*?(?=<!-- /formats -->)", re.DOTALL)
_EVERYWHERE = ("db", "user", "database", "password_file", "form", "debug")
_HEAD = """\
# Reference

Made from the code by `make reference`; a test fails where the two differ.
"""


def reference() -> str:
    """The whole page."""
    context = click.Context(app, info_name="partnergraph", max_content_width=100)
    parts = [_HEAD, "## Commands\n", *_shared(context)]
    parts += [part for name in COMMANDS for part in _command(context, name)]
    parts += ["## Questions\n", _ABOUT_QUESTIONS]
    catalogue = listing.catalogue()
    parts += [_question(each, twin=True) for each in catalogue.values()]
    parts += ["## Cypher beyond the catalogue\n", _ABOUT_CYPHER]
    others = (each for name, each in listing.in_cypher().items() if name not in catalogue)
    parts += [_question(each, twin=False) for each in others]
    return "\n".join(parts)


_ABOUT_QUESTIONS = """\
Each is a pair of files, `src/partnergraph/questions/NAME.sql` and `cypher/NAME.cypher`, with the
same header and the same answer. `gaps-KIND` and `overlaps-KIND` are asked by `partnergraph gaps
--kind KIND` and `partnergraph overlaps --kind KIND`, all of them by `partnergraph cypher NAME` on
a Neo4j and by `Graph.ask(NAME)` in Python. Beside a column that holds things stands `COLUMN_id`.
"""
_ABOUT_CYPHER = "Run them with `partnergraph cypher NAME`, or paste a file into Neo4j Browser.\n"


def readme(page: str) -> str:
    """README with the table of formats as the code has them."""
    rows = [
        f"| {form.what} | {' '.join(f'`{ending}`' for ending in form.endings)} | {form.place} |"
        for form in FORMATS.values()
    ]
    table = "\n".join(["| format | endings | a place in it |", "|---|---|---|", *rows, ""])
    return _TABLE.sub(lambda found: found[1] + table, page)


def _shared(context: click.Context) -> Iterator[str]:
    """The options that nearly every command takes, told once."""
    asking = app.get_command(context, "gaps")
    assert asking is not None
    yield "Options of every command that opens a graph; `--format` where rows come out:\n"
    yield _options([option for option in asking.params if option.name in _EVERYWHERE])


def _command(parent: click.Context, name: str) -> Iterator[str]:
    command = app.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"### `partnergraph {name} {usage}`\n"
    yield cleandoc(command.help or "") + "\n"
    if table := _options([option for option in command.params if option.name not in _EVERYWHERE]):
        yield table


def _options(parameters: Sequence[click.Parameter]) -> str:
    rows = [
        f"| `{_cell(_called(option))}` | {_cell(option.help or '')} |"
        for option in parameters
        if isinstance(option, click.Option)
    ]
    return "\n".join(["| option | what |", "|---|---|", *rows, ""]) if rows else ""


def _called(option: click.Option) -> str:
    """`-o, --output FILE`, in no words of click's, which change with its version."""
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    choices = "|".join(map(str, getattr(option.type, "choices", ())))
    return f"{names} {choices or option.metavar or option.type.name.upper()}"


def _question(question: Question, twin: bool) -> str:
    columns = ", ".join(f"`{column.name}` ({column.kind})" for column in question.columns)
    lines = [f"### `{question.name}`\n", f"{question.doc}\n", f"- columns: {columns}"]
    if twin and question.filters:
        lines.append("- filters: " + ", ".join(f"`{name}`" for name in question.filters))
    if not twin and question.parameters:
        lines.append("- parameters: " + ", ".join(f"`{p.name}`" for p in question.parameters))
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Write the page, or check it."""
    pages = {TARGET: reference(), README: readme(README.read_text(encoding="utf-8"))}
    if sys.argv[1:] == ["--check"]:
        sys.exit(any(path.read_text(encoding="utf-8") != page for path, page in pages.items()))
    for path, page in pages.items():
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
