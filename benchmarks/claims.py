"""How many wrong claims of true quotes pass: this gate beside two that check quotes.

Run as `python benchmarks/claims.py [FILE]…`; without files the seeds and the pages of `tests/pages`
are taken. Beside `partnergraph verify` stand `linkml-reference-validator` (its substring match of
supporting text, offline) and `openodke` (its span grounder, the half that needs no language model:
the other half is not measured here). Neither is a dependency; in an environment of its own:

    pip install . linkml-reference-validator openodke

The claims are those of `wrong_claims.py`; true ones are all that the documents yield. A quote's
fragments are given to each tool in its own form: joined by ` ... ` for the first, which knows no
places; a span each for the second, at the place that the claim names.

Measured in November 2026 on 10,050 wrong claims: here none stood and 8.0 % were unclear; the first
(0.4.0) passed all, the second (0.2.1) all but those of another place.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from partnergraph.document.places import located
from partnergraph.document.words import GAP, Text
from partnergraph.pipeline import reread
from partnergraph.records.model import Edge
from partnergraph.verify.claims import Claim, Claims
from partnergraph.verify.judge import judged
from partnergraph.verify.sources import Source
from wrong_claims import LATER, NOW, Wrong, wrong

ROOT = Path(__file__).parent.parent
Passes = Callable[[Source, list[Wrong]], Iterator[bool]]


def ours(source: Source, claims: list[Wrong]) -> Iterator[bool]:
    """Whether each claim stands."""
    made = [Claim(n, claim.edge, claim.edge.evidence[0]) for n, claim in enumerate(claims, 1)]
    return (row.verdict == "stands" for row in judged(Claims(made, dict(source.nodes)), [source]))


def not_rejected(source: Source, claims: list[Wrong]) -> Iterator[bool]:
    """Whether each claim is not rejected: it stands or is unclear."""
    made = [Claim(n, claim.edge, claim.edge.evidence[0]) for n, claim in enumerate(claims, 1)]
    return (row.verdict != "rejected" for row in judged(Claims(made, dict(source.nodes)), [source]))


def linkml(source: Source, claims: list[Wrong]) -> Iterator[bool]:
    """Whether linkml-reference-validator finds the quote of each claim in the document."""
    from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
    from linkml_reference_validator.validation.supporting_text_validator import (
        SupportingTextValidator,
    )

    validator = SupportingTextValidator(ReferenceValidationConfig())
    words = " ".join(word.text for word in source.text.words)
    document = ReferenceContent(reference_id=f"file:{source.path.name}", content=words)
    for claim in claims:
        quote = claim.edge.evidence[0].quote.replace(GAP, " ... ")
        yield bool(validator.find_text_in_reference(quote, document).found)


def openodke(source: Source, claims: list[Wrong]) -> Iterator[bool]:
    """Whether openodke's span grounder leaves each claim: all its spans are where they say."""
    from openodke.ground.span import SpanGrounder
    from openodke.types import Document, Entity, Evidence, Fact, GroundingVerdict, Span

    grounder = SpanGrounder()
    text = source.text
    document = Document(id=source.path.name, text=" ".join(word.text for word in text.words))
    for claim in claims:
        spans = [
            Span(doc_id=document.id, start=start, end=start + len(quote), quote=quote)
            for start, quote in _spans(claim.edge, text, document.text)
        ]
        fact = Fact(
            subject=Entity(key=claim.source.id, type=claim.source.label),
            predicate=claim.edge.type,
            object_entity=Entity(key=claim.target.id, type=claim.target.label),
            evidence=tuple(Evidence(doc_id=document.id, span=span) for span in spans),
        )
        grounded = grounder.ground(fact, document)
        kept = len(grounded.evidence) == len(spans)
        yield kept and grounded.verdict is not GroundingVerdict.NOT_FOUND


def _spans(edge: Edge, text: Text, words: str) -> Iterator[tuple[int, str]]:
    """Each fragment of a quote with where it stands between the first and last word of its place.

    Where it does not stand there, the place's beginning, at which it will not be found.
    """
    evidence = edge.evidence[0]
    offsets = [0, *accumulate(len(word.text) + 1 for word in text.words)]
    wanted = set(located(evidence.locator))
    there = [word.place for word in text.words if text.place(word.line) in wanted]
    first, last = offsets[there[0]], offsets[there[-1] + 1]
    for fragment in evidence.quote.split(GAP):
        yield max(words.find(fragment, first, last), first), fragment


TOOLS: dict[str, tuple[str, Passes]] = {
    "partnergraph: stands": ("partnergraph", ours),
    "partnergraph: not rejected": ("partnergraph", not_rejected),
    "linkml-reference-validator": ("linkml_reference_validator", linkml),
    "openodke, without a model": ("openodke", openodke),
}


def main(paths: list[Path]) -> None:
    """Print, for each tool and kind of error, how many wrong claims pass, and of true ones."""
    sources = reread.sources(paths or [ROOT / "seeds", *_pages()])
    made = {
        id(source): [*_true(source), *wrong(source.extraction, source.text)] for source in sources
    }
    totals = Counter(claim.kind for claims in made.values() for claim in claims)
    kinds = ("true", *NOW, *LATER)
    print(f"{'passed, of':28}" + "".join(f"{f'{kind} {totals[kind]}':>16}" for kind in kinds))
    for name, (module, passes) in TOOLS.items():
        if not find_spec(module):
            print(f"{name:28}  is not installed here: not measured")
            continue
        passed = Counter(
            claim.kind
            for source in sources
            for claim, kept in zip(made[id(source)], passes(source, made[id(source)]), strict=True)
            if kept
        )
        print(f"{name:28}" + "".join(f"{passed[kind]:>16}" for kind in kinds))


def _true(source: Source) -> Iterator[Wrong]:
    for edge in source.extraction.edges:
        ends = source.nodes[edge.source], source.nodes[edge.target]
        for evidence in edge.evidence:
            yield Wrong("true", edge._replace(evidence=(evidence,)), *ends)


def _pages() -> list[Path]:
    found = sorted((ROOT / "tests" / "pages").iterdir())
    return [page for page in found if page.suffix != ".json" and page.name != "README.md"]


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
