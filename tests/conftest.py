"""What all tests share: the five documents, and the graph they become."""

import signal
from pathlib import Path

import pytest
from hypothesis import settings

from partnergraph.pipeline.load import FileReport, load
from partnergraph.store.sqlite import SqliteStore

settings.register_profile("nightly", max_examples=10_000, deadline=None)
ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("graph") / "seeds.db"
    load([SEEDS], db)
    return db


@pytest.fixture(scope="session")
def seeds_reports(tmp_path_factory: pytest.TempPathFactory) -> list[FileReport]:
    return load([SEEDS], tmp_path_factory.mktemp("reports") / "seeds.db")


@pytest.fixture(scope="session")
def interruptible():
    """What a process does first to hear Ctrl-C, even where the tests run in the background."""
    return lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def seeds(seeds_db: Path):
    with SqliteStore(seeds_db) as store:
        yield store
