"""What is named in sentences, cells and casts: cases as data, and what holds for any text."""
# ruff: noqa: E501  rows of examples are read across

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph.lexicon.bodies import words
from partnergraph.mentions.casts import casts
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.find import mentions
from partnergraph.mentions.kinds import judged
from partnergraph.mentions.listing import listed
from partnergraph.names import names
from partnergraph.names.composed import composed
from partnergraph.names.words import tokens
from partnergraph.remembered import LONGEST

HERE = Path(__file__).parent
LOADED = settings(deadline=None, max_examples=150)


def cases(file):
    told = tomllib.loads((HERE / file).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"][:40]) for case in told]


def said(mention):
    """What is asserted of a mention in named.toml."""
    if mention.entity:
        return mention.entity.id.partition(":")[2]
    owner = f"owner {mention.owner.properties['iso3']}" if mention.owner else ""
    generic = "generic" if mention.generic else ""
    return " ".join(filter(None, [mention.what, mention.kind, mention.acronym, generic, owner]))


@pytest.mark.parametrize("case", cases("named.toml"))
def test_what_a_sentence_names(case):
    text = case["text"]
    found = mentions(text, names(), Definitions.of([text], names()))
    assert [f"{text[m.start : m.stop]} = {said(m)}" for m in found] == case["names"]


@pytest.mark.parametrize("case", cases("people.toml"))
def test_who_is_named_with_which_office(case):
    found = []
    for each in mentions(case["text"], names()):
        if each.what == "person":
            held = [
                at.entity.properties.get("iso3", at.name) if at.entity else at.name
                for at in each.at
            ]
            held = [
                "IOM" if at == "International Organization for Migration" else at for at in held
            ]
            found.append(" | ".join(filter(None, [each.name, each.office, *held])))
    assert found == case["people"]


@pytest.mark.parametrize("case", cases("listed.toml"))
def test_whom_a_cell_lists(case):
    found = [
        (m.name, m.entity.id.partition(":")[2] if m.entity else "", m.aside, m.owner)
        for m in listed(case["text"], names())
    ]
    rows = []
    for name, id, aside, owner in found:
        told = [id, aside, f"owner {owner.properties['iso3']}" if owner else ""]
        rows.append(" = ".join(filter(None, [name, " ".join(filter(None, told))])))
    assert rows == case["names"]


@pytest.mark.parametrize("case", cases("casts.toml"))
def test_the_casts_of_a_sentence(case):
    text = case["text"]
    found = [
        [text[c.start : c.stop], *(m.name for m in c.members), *(f"({m.name})" for m in c.asides)]
        for c in casts(text, names())
    ]
    assert found == case["casts"]


@pytest.mark.parametrize(
    "nobody",
    ["TBC", "tbd", "n/a", "N/A", "–", "-", "—", "none", "", " ", "to be confirmed", "To be determined.",
     "à confirmer", "por definir", "néant", "ninguno", "to be confirmed with IOM"],
)  # fmt: skip
def test_a_cell_that_names_nobody(nobody):
    assert listed(nobody, names()) == []


def judging(name):
    read = tokens(name)
    return judged([word.key for word in read], [word.capital for word in read])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Asian Migrant Centre", ""), ("Université de Lomé", "university"),
        ("Banco de Oro", "bank"), ("Fundación Sol", "foundation"), ("Red de Mujeres", "network"),
        ("Technical Working Group", "working group"), ("Sea Network", "network"),
        ("Ministère des Finances", "ministry"), ("Peruvian Red Cross", "NGO"),
    ],
)  # fmt: skip
def test_one_judge_of_kinds(name, kind):
    assert judging(name).kind.kind == kind


@pytest.mark.parametrize("name", ["Joint Technical", "Lima", "Regional Forum", "Migration", "New"])
def test_what_is_no_body(name):
    assert judging(name) is None


def test_a_person_has_an_office_and_is_of_a_body():
    text = "Ms. Ana Ruiz, Director, Institute for Remittances (IR), and Mr. Jo Lind (GIZ) spoke."
    ana, jo = mentions(text, names())
    assert (ana.name, ana.office, [m.name for m in ana.at]) == (
        "Ana Ruiz", "Director", ["Institute for Remittances"]
    )  # fmt: skip
    assert (jo.name, [m.name for m in jo.at]) == ("Jo Lind", ["GIZ"])


def test_a_definition_holds_against_the_tables_in_its_document():
    text = "The Harbour Care Ring (HCR) met."
    local = Definitions.of([text], names())
    assert mentions("They thanked HCR.", names(), local) == []
    assert [m.entity.id for m in mentions("They thanked HCR.", names())] == ["agency:unhcr"]


@pytest.mark.parametrize("body", ["Harbour Care Centre (HCC)", "International Labour Office (ILO)"])
def test_an_office_of_a_body_that_its_document_defines_is_that_body(body):
    short = body[-4:-1]
    local = Definitions.of([f"The {body} met."], names())
    text = f"They thanked {short} Sri Lanka and Embassy of Peru."
    ((told, embassy),) = [cast.members for cast in casts(text, names(), local)]
    assert (told.how, text[told.start : told.stop]) == ("defined", f"{short} Sri Lanka")
    assert embassy.name == "Embassy of Peru"


PIECES = st.sampled_from(
    ["Kenya", "IOM", "Niger", "the", "of", "for", "and", "et", ",", ", ", ";", " ", " ", " ", "\n",
     "’s", "&", "(", ")", "\"", ".", "Ministry", "Labour", "Centre", "Université", "de", "Mr.",
     "Ana Ruiz", "UNDP", "on behalf of", "an observer", "Foundation", "2019", "USD 3 million", "WHO",
     "shows", "-", "/", "TBC", "governments", "Spanish", "\u00ad", "\u200b", "Côte d’Ivoire", "I O M"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES, max_size=25).map(" ".join)


@LOADED
@given(TEXTS)
def test_places_are_right_and_nothing_overlaps(text):
    local = Definitions.of([text], names())
    for found in (mentions(text, names(), local), listed(text, names(), local)):
        place = 0
        for mention in found:
            assert place <= mention.start < mention.stop <= len(text)
            assert composed(mention.name).text in composed(text).text
            place = mention.stop
    place = 0
    for cast in casts(text, names(), local):
        assert place <= cast.start <= cast.members[0].start
        assert cast.members[-1].stop <= cast.stop <= len(text)
        place = cast.stop


@LOADED
@given(
    st.sampled_from(["IOM", "World Bank", "Côte d’Ivoire", "United Nations Office on Drugs and Crime",
                     "Puebla Process", "Harbour Advice Centre"]),
    st.integers(1, 40),
    st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u200f\ufe0f\u034f\x07"),
)  # fmt: skip
def test_what_nobody_sees_changes_nothing(name, place, unseen):
    cut = min(place, len(name) - 1)
    text = f"made by the {name[:cut]}{unseen}{name[cut:]} in May"
    plain = mentions(f"made by the {name} in May", names())
    found = mentions(text, names())
    assert [m.entity for m in found] == [m.entity for m in plain]
    assert composed(text[found[0].start : found[0].stop]).text == composed(name).text


@pytest.mark.parametrize(
    "unit",
    ["Ministry of Labour and ", "Spanish, ", "Mr ", "(", "IOM, ", "A ", "A. ", "I O M ", "Foo & ",
     "Mr. Foo Bar, ", "Centre \"", ", and, on behalf of IOM, ", "El ", "\u00ad ", "IOM, an ", "1"],
)  # fmt: skip
def test_reading_takes_steps_in_proportion_to_the_text(unit):
    def steps(count):
        made = 0

        def counted(frame, event, argument):
            nonlocal made
            made += 1

        text = unit * count
        sys.setprofile(counted)
        try:
            mentions(text, names())
            casts(text, names())
            listed(text, names())
        finally:
            sys.setprofile(None)
        return made

    steps(10)
    many = 1 + LONGEST // len(unit)  # what is shorter is kept, and asked for once
    assert steps(2 * many) < 2.6 * steps(many) + 2000


def test_a_kind_of_body_is_a_word_in_the_lexicon():
    assert words().kind(["trade", "union"]).kind == "trade union"
    assert words().kind(["croix", "rouge"], leads=True).kind == "NGO"
    assert words().is_class("national authorities concerned")


def test_no_name_of_the_tables_is_a_class_or_nobody():
    lost = [
        e.name
        for e in names().entities("Agency", "Organisation", "RCP", "Country")
        if not listed(e.name, names())
    ]
    assert lost == []
