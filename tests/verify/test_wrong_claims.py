"""Wrong claims of true quotes, by the thousand, from the seeds and the pages of `tests/pages`."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

from partnergraph.pipeline import reread
from partnergraph.verify.claims import Claim, Claims
from partnergraph.verify.judge import judged
from partnergraph.verify.proofs import CUED

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    page
    for page in sorted((ROOT / "tests" / "pages").iterdir())
    if page.suffix != ".json" and page.name != "README.md"
]
FILES = [*sorted((ROOT / "seeds").iterdir()), *PAGES]


def _made():
    """The module that makes wrong claims, which the benchmark uses too."""
    path = ROOT / "benchmarks" / "wrong_claims.py"
    spec = importlib.util.spec_from_file_location("wrong_claims", path)
    assert spec
    assert spec.loader
    module = sys.modules["wrong_claims"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


wrong_claims = _made()


@pytest.fixture(scope="module")
def sources():
    return reread.sources(FILES)


def verdicts(source, edges):
    made = Claims([Claim(1, edge, edge.evidence[0]) for edge in edges], dict(source.nodes))
    return [row.verdict for row in judged(made, [source])]


def test_wrong_claims_are_rejected(sources):
    found = Counter()
    for source in sources:
        wrong = list(wrong_claims.wrong(source.extraction, source.text))
        given = verdicts(source, [claim.edge for claim in wrong])
        found.update(zip((claim.kind for claim in wrong), given, strict=True))
    made = Counter()
    for (kind, _), count in found.items():
        made[kind] += count
    assert sum(made.values()) > 5000
    assert min(made[kind] for kind in (*wrong_claims.NOW, *wrong_claims.LATER)) > 20, made
    for kind in (*wrong_claims.NOW, *wrong_claims.LATER):
        assert found[kind, "rejected"] == made[kind], (kind, found)


def test_true_claims_stand(sources):
    for source in sources:
        edges = [
            edge._replace(evidence=(evidence,))
            for edge in source.extraction.edges
            for evidence in edge.evidence
        ]
        assert set(verdicts(source, edges)) <= {"stands"}, source.path


def test_nothing_is_left_out_by_the_gate(sources):
    """What is read of the seeds and the pages is proved: the gate takes nothing away."""
    dropped = [
        (source.path.name, skipped.reason)
        for source in sources
        for skipped in source.extraction.skipped
        if skipped.reason.startswith("not stored")
    ]
    assert dropped == []


def test_each_relationship_that_words_must_give_has_its_words(sources):
    """By type, how many have no cue: only what brackets, bullets and lists of references state."""
    without = Counter(
        edge.type
        for source in sources
        for edge in source.extraction.edges
        if edge.type in CUED and not all(evidence.cue for evidence in edge.evidence)
    )
    cued = Counter(
        edge.type for source in sources for edge in source.extraction.edges if edge.type in CUED
    )
    assert len(cued) > 12
    assert set(without) <= {"IMPLEMENTS", "PREPARED"}
