"""Every entry does what it says of itself, and says it in the contract's words."""

import pytest

from partnergraph.lexicon import Entry, lexicon, meaning
from partnergraph.lexicon.data import LANGUAGES, entries, listed
from partnergraph.lexicon.entry import KINDS_OF_LABEL

STATUSES = (None, "planned", "cancelled", "suspended")
ROLES = {
    *("member", "observer", "partner", "chair", "co-chair", "vice-chair", "lead", "co-lead"),
    *("secretariat", "coordinator", "focal point", "rapporteur"),
}
TYPES = {
    *("LED", "ORGANISED", "PREPARED", "CONDUCTED", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO"),
    *("FUNDS", "ACCOUNTABLE_FOR", "EXTENDS", "IMPLEMENTS", "HAS_EXPERTISE_IN", "MEMBER_OF"),
    *("PARTNERS_WITH", "SPOKE_AT", "MODERATED", "ATTENDED", "SIGNED", "BUILDS_ON", "DRAWS_ON"),
    *("COMPLEMENTS", "PURSUES", "ADDRESSES", "UNDER", "LOCATED_IN", "CITES", "EVALUATES"),
    *("AFFILIATED_WITH", "DIRECTED_TO"),
}
USES = {"words", "header", "label", "heading", "verb", "verb_of", "noun", "phrase"}
EXAMPLES = list(lexicon().examples())


def _gives(words: str, entry: Entry) -> bool:
    return any(
        meaning(words, tie.type, tie.role or tie.how, status, ended=tie.ended) == "given"
        for tie in entry.ties
        for status in STATUSES
    )


def _finds(use: str, words: str, entry: Entry) -> bool:
    found = getattr(lexicon(), use)(words)
    ids = found.id.split("+") if found else []
    return entry.id in ids or (entry.id == "lead" and "lead-first" in ids)


@pytest.mark.parametrize(
    ("entry", "use", "words", "own"),
    EXAMPLES,
    ids=[f"{entry.id}: {words}" for entry, _, words, _ in EXAMPLES],
)
def test_an_entry_has_its_examples_and_not_its_counter_examples(
    entry: Entry, use: str, words: str, own: bool
) -> None:
    has = _gives(words, entry) if use == "sentence" else _finds(use, words, entry)
    assert has is own


def test_every_entry_says_what_it_is_and_what_it_is_not() -> None:
    for name, (_, raw) in entries().items():
        assert raw.get("examples"), name
        assert raw.get("counter"), name
        assert set(raw) - {"gives", "examples", "counter"} <= USES, name


def test_ties_are_the_contracts() -> None:
    kinds = set().union(*KINDS_OF_LABEL.values())
    for entry in lexicon().entries():
        assert len(set(entry.ties)) == len(entry.ties), entry.id
        for tie in entry.ties:
            assert tie.type in TYPES, entry.id
            assert tie.to, entry.id
            assert tie.to <= kinds, entry.id
            assert (tie.role in ROLES) == (tie.type == "MEMBER_OF"), entry.id
            assert tie.status in STATUSES, entry.id
            assert tie.who in ("", "person"), entry.id


def test_a_role_has_words_in_all_three_languages() -> None:
    for name, (entry, raw) in entries().items():
        if entry.kind == "role" and name not in ("observer", "attend", "extend"):
            for use in USES & set(raw):
                assert set(raw[use]) <= set(LANGUAGES), f"{name}.{use}"
            said = {language for use in USES & set(raw) for language in raw[use]}
            assert said == set(LANGUAGES), name


def test_no_list_says_a_word_twice() -> None:
    for name, (_, raw) in entries().items():
        for use in USES & set(raw):
            for language, words in raw[use].items():
                phrases = listed(words)
                twice = {phrase for phrase in phrases if phrases.count(phrase) > 1}
                assert not twice, f"{name}.{use}.{language}"


@pytest.mark.parametrize(
    ("label", "thing", "person", "type", "role"),
    [
        ("Chair", "RCP", False, "MEMBER_OF", "chair"),
        ("Chair", "Session", False, "LED", None),
        ("Chair", "Session", True, "LED", None),
        ("Co-leads", "Organisation", False, "MEMBER_OF", "co-lead"),
        ("Lead", "Activity", False, "LED", None),
        ("Partners", "Activity", False, "CONTRIBUTES_TO", None),
        ("Partners", "Organisation", False, "MEMBER_OF", "partner"),
        ("Coordinators", "Session", False, "ORGANISED", None),
        ("Participating States", "RCP", False, "MEMBER_OF", "member"),
        ("Participating States", "Session", False, "ATTENDED", None),
        ("Participating UN organizations", "Activity", False, "IMPLEMENTS", None),
        ("Observers", "Session", False, "ATTENDED", None),
        ("Donors", "Organisation", False, "FUNDS", None),
        ("Commissioned by", "Document", False, "ACCOUNTABLE_FOR", None),
        ("Managed by", "Document", True, "LED", None),
        ("Signatories", "Instrument", False, "SIGNED", None),
    ],
)
def test_what_words_state_depends_on_the_thing(
    label: str, thing: str, person: bool, type: str, role: str | None
) -> None:
    entry = lexicon().label(label)
    assert entry
    tie = entry.tie(thing, person)
    assert tie
    assert (tie.type, tie.role) == (type, role)


def test_a_place_or_an_aim_is_where_the_relationship_ends() -> None:
    country, aim = lexicon().label("Countries"), lexicon().label("Main objective")
    assert country
    assert aim
    assert [country.ties[0].points, aim.ties[0].points] == ["cast", "cast"]
