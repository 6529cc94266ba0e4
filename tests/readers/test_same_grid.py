"""One matrix in every format gives the same cells, header and places."""

import importlib.util
import sys
from pathlib import Path

import pytest

from partnergraph.document.blocks import Block, said
from partnergraph.readers.formats import read


def _beside(name: str):
    """The module beside this test: tests are imported one by one."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


matrices = _beside("matrices")
SEEDS = range(24)


def tables(tmp_path, ending, content) -> list[Block]:
    path = tmp_path / f"plan.{ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [block for block in read(path).reading.blocks if block.kind == "table"]


def grid(table: Block) -> list[list[str]]:
    return [[" ".join(said(cell).split()) for cell in row.cells] for row in table.rows]


def whole(made) -> list[list[str]]:
    return [made.header, *made.lines]


def check(tmp_path, ending, content, made):
    found = tables(tmp_path, ending, content)
    assert [grid(table) for table in found] == [whole(made)]
    assert found[0].header == 1
    return found[0]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("write", ["docx", "pptx", "xlsx"])
def test_office_files(tmp_path, seed, write):
    made = matrices.matrix(seed)
    table = check(tmp_path, write, getattr(matrices, write)(made), made)
    places = [str(place) for row in table.rows for place in row.places]
    count = range(1, len(whole(made)) + 1)
    if write == "docx":
        assert places == [f"table 1 row {n}" for n in count]
    elif write == "xlsx":
        assert places == [f"sheet Plan row {n}" for n in count]
    else:
        assert set(places) == {"slide 1"}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_web_page(tmp_path, seed):
    made = matrices.matrix(seed)
    table = check(tmp_path, "html", matrices.web(made), made)
    places = [str(place) for row in table.rows for place in row.places]
    assert places == [f"table 1 row {n}" for n in range(1, len(whole(made)) + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_markdown(tmp_path, seed):
    made = matrices.matrix(seed, sections=False)
    table = check(tmp_path, "md", matrices.markdown(made), made)
    numbers = [place.number for row in table.rows for place in row.places]
    assert numbers == [3, *range(5, 5 + len(made.rows))]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("ending", "separator"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
def test_separated_values(tmp_path, seed, ending, separator):
    made = matrices.matrix(seed, sections=False)
    table = check(tmp_path, ending, matrices.separated(made, separator), made)
    numbers = [place.number for row in table.rows for place in row.places]
    assert numbers == list(range(1, 2 + len(made.rows)))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_pdf(tmp_path, seed, ruled):
    made = matrices.matrix(seed)
    check(tmp_path, "pdf", matrices.pdf(made, ruled=ruled), made)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "form",
    [{"blank": True}, {"rule": True}, {}, {"blank": True, "page": 4}, {"page": 7, "width": 18}],
    ids=["blank", "rule", "tight", "pages", "narrow pages"],
)
def test_layout_text(tmp_path, seed, form):
    made = matrices.matrix(seed)
    check(tmp_path, "txt", matrices.layout(made, **form), made)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["bars", "tabs", "markdown"])
def test_text_with_drawn_or_typed_columns(tmp_path, seed, form):
    made = matrices.matrix(seed, sections=False)
    check(tmp_path, "txt", getattr(matrices, form)(made), made)
