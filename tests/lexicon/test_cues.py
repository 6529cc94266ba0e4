"""What cues give, and that they give nothing else: each is held against every other claim."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph.lexicon import meaning
from partnergraph.lexicon.cues import LONGEST

TYPES = (
    *("LED", "ORGANISED", "PREPARED", "CONDUCTED", "CO_FACILITATED", "HOSTED"),
    *("CONTRIBUTES_TO", "FUNDS", "ACCOUNTABLE_FOR", "EXTENDS", "IMPLEMENTS", "HAS_EXPERTISE_IN"),
    *("MEMBER_OF", "PARTNERS_WITH", "SPOKE_AT", "MODERATED", "ATTENDED", "SIGNED"),
    *("BUILDS_ON", "DRAWS_ON", "COMPLEMENTS", "PURSUES", "ADDRESSES", "UNDER"),
    *("LOCATED_IN", "CITES", "EVALUATES", "AFFILIATED_WITH", "DIRECTED_TO"),
)
QUALIFIERS = {
    "MEMBER_OF": (
        *("member", "observer", "partner", "chair", "co-chair", "vice-chair", "lead", "co-lead"),
        *("secretariat", "coordinator", "rapporteur", "focal point"),
    ),
    "SIGNED": ("signed", "ratified", "endorsed", "adopted"),
}
STATUSES = (None, "planned", "cancelled", "suspended")
Claim = tuple[str, str | None, str | None]

# A cue, and everything that it gives: a type, MEMBER_OF with its role, SIGNED with its how, the
# status behind it; `ended` where only a membership that is over stands on it.
CUES = """
led by => LED, MEMBER_OF lead
Lead agency => LED, MEMBER_OF lead
Lead agency: => LED, MEMBER_OF lead
will lead => LED planned, MEMBER_OF lead planned
will … lead => LED planned, MEMBER_OF lead planned
is to host => HOSTED planned
is to be hosted by => HOSTED planned
will be hosted by => HOSTED planned
plans to host => HOSTED planned
has agreed to host => HOSTED planned
hosted => HOSTED
co-hosted => HOSTED
is hosting => HOSTED
has hosted => HOSTED
hosts => HOSTED
continues to host => HOSTED
serves as … secretariat => MEMBER_OF secretariat, ORGANISED
provides the secretariat => MEMBER_OF secretariat, ORGANISED
holds the chair => LED, MEMBER_OF chair, MODERATED
currently holds the chair => LED, MEMBER_OF chair, MODERATED
will take over … chair => LED planned, MEMBER_OF chair planned, MODERATED planned
have observer status => ATTENDED, MEMBER_OF observer
is a partner of => CONTRIBUTES_TO, MEMBER_OF partner, PARTNERS_WITH
an observer of => ATTENDED, MEMBER_OF observer
is composed of => MEMBER_OF member
comprises => MEMBER_OF member
took part => ATTENDED, MEMBER_OF member
attended => ATTENDED
as guests => ATTENDED
with financial support from => FUNDS
technical support from => CONTRIBUTES_TO
pledges to open => IMPLEMENTS planned, SPOKE_AT planned
Pledges => IMPLEMENTS planned
pledged => IMPLEMENTS planned
commit to => IMPLEMENTS planned
prepared by => PREPARED
commissioned by => ACCOUNTABLE_FOR
carried out by => CONDUCTED
elaborarán => PREPARED planned
pondrá en marcha => IMPLEMENTS planned
realizarán => CONDUCTED planned
fue presidida por => LED, MEMBER_OF chair, MODERATED
présidée par => LED, MEMBER_OF chair, MODERATED
accueillie par => HOSTED
a été financée par => FUNDS
un financement de => FUNDS
avec l'appui technique de => CONTRIBUTES_TO
Asistieron => ATTENDED
Financia: => FUNDS
Chef de file => LED, MEMBER_OF lead
Co-chef de file => LED, MEMBER_OF co-lead
Partenaires => CONTRIBUTES_TO, MEMBER_OF partner, PARTNERS_WITH
left … at the end => MEMBER_OF member ended
Lead … Cancelled => LED cancelled, MEMBER_OF lead cancelled
Lead agency … Planned => LED planned, MEMBER_OF lead planned
was cancelled … hosted by => HOSTED cancelled
opened => IMPLEMENTS, SPOKE_AT
delivered a keynote => SPOKE_AT
presented => DRAWS_ON, SPOKE_AT
moderated by => MODERATED
Panellists were => SPOKE_AT
ratified => SIGNED ratified
signed => SIGNED signed
builds on => BUILDS_ON, DRAWS_ON
should => DIRECTED_TO
Countries => LOCATED_IN
Main objective => PURSUES
GMG members with expertise => HAS_EXPERTISE_IN
va organiser => ORGANISED planned
s’engage à organiser => IMPLEMENTS planned, ORGANISED planned
se compromete a financiar => FUNDS planned, IMPLEMENTS planned
organisera => ORGANISED planned
to be hosted by => HOSTED planned
to host => HOSTED planned
helped organise => CONTRIBUTES_TO
are signatories to => SIGNED signed
was admitted as a member => MEMBER_OF member
organised and hosted by => HOSTED, ORGANISED
together with => CONTRIBUTES_TO, PARTNERS_WITH
is responsible for => IMPLEMENTS
assure le secrétariat => MEMBER_OF secretariat, ORGANISED
ejerce la presidencia => LED, MEMBER_OF chair, MODERATED
ha organizado => ORGANISED
ont organisé => ORGANISED
no longer a member => MEMBER_OF member ended
coordinated by => LED, MEMBER_OF coordinator, ORGANISED
is being prepared by => PREPARED
are preparing => PREPARED
drew on => BUILDS_ON, DRAWS_ON
will … build on => BUILDS_ON, BUILDS_ON planned, DRAWS_ON, DRAWS_ON planned
Organised by => ORGANISED
LIST OF PARTICIPANTS => ATTENDED
Present => ATTENDED, DRAWS_ON, SPOKE_AT
Responsible individual or unit(s) => IMPLEMENTS
Recommendation to => DIRECTED_TO
Leads => LED, MEMBER_OF lead
Managed by => LED, MEMBER_OF lead
Evaluators => PREPARED
Donor => FUNDS
UN agencies (lead first) => CONTRIBUTES_TO, LED, MEMBER_OF lead, MEMBER_OF partner, PARTNERS_WITH
National partners => CONTRIBUTES_TO, MEMBER_OF partner, PARTNERS_WITH
which chaired => LED, MEMBER_OF chair, MODERATED
at the invitation of => HOSTED
Welcome by => SPOKE_AT
Remarks by => SPOKE_AT
Panel => SPOKE_AT
would complement => COMPLEMENTS
workshop … by => ORGANISED
evaluations of => CONDUCTED, EVALUATES
co-facilitators => CO_FACILITATED, MODERATED
Policy Brief => PREPARED
Objective => PURSUES
Moderator: => MODERATED
Welcoming remarks by => SPOKE_AT
"""
# Cues whose words are known and give nobody any deed.
NO_DEED = """
should host
was to host
offered to host
did not host
n’a pas pris part à
devrait accueillir
declined to host
asked to join
was to publish
is no longer a participant
excusó su asistencia
propuso
Budget
translated
encouraged to ratify
requested to prepare
is encouraged to ratify
thanked
Potential donors
left
invited to speak
Apologies
the
organiserait
podría financiar
estudia su apoyo
no organizó
would be led by
neither led
may … host
is invited to
Proposed lead
was scheduled to be hosted by
hosted … instead of
"""


def _cues() -> Iterator[tuple[str, frozenset[str]]]:
    for line in CUES.strip().splitlines():
        cue, _, readings = line.partition(" => ")
        yield cue, frozenset(readings.split(", "))


def _claims() -> Iterator[Claim]:
    for type in TYPES:
        for role in QUALIFIERS.get(type, (None,)):
            for status in STATUSES:
                yield type, role, status


def _said(claim: Claim) -> str:
    return " ".join(part for part in claim if part)


@pytest.mark.parametrize(("cue", "readings"), list(_cues()))
def test_a_cue_gives_this_and_no_other_claim(cue: str, readings: frozenset[str]) -> None:
    given = {_said(claim) for claim in _claims() if meaning(cue, *claim) == "given"}
    assert given == {reading for reading in readings if not reading.endswith(" ended")}


@pytest.mark.parametrize(("cue", "readings"), list(_cues()))
def test_words_that_say_that_it_is_over_stand_for_no_membership_that_goes_on(
    cue: str, readings: frozenset[str]
) -> None:
    over = {
        f"{_said(claim)} ended"
        for claim in _claims()
        if meaning(cue, *claim, ended=True) == "given" and meaning(cue, *claim) != "given"
    }
    assert over == {reading for reading in readings if reading.endswith(" ended")}


@pytest.mark.parametrize("cue", NO_DEED.strip().splitlines())
def test_what_is_denied_asked_offered_or_no_role_gives_no_deed(cue: str) -> None:
    answers = {claim: meaning(cue, *claim) for claim in _claims()}
    assert {claim[0] for claim in answers if answers[claim] == "given"} <= {"DIRECTED_TO"}
    assert set(answers.values()) <= {"given", "other"}


def test_the_ends_decide_where_they_are_known() -> None:
    assert meaning("Chair", "MEMBER_OF", "chair", thing="RCP") == "given"
    assert meaning("Chair", "MEMBER_OF", "chair", thing="Session") == "other"
    assert meaning("Chair", "MODERATED", thing="Session", cast="Person") == "given"
    assert meaning("Chair", "MODERATED", thing="Session", cast="Country") == "other"
    assert meaning("Countries", "LOCATED_IN", thing="Activity") == "given"


def test_words_that_nobody_knows_are_unknown() -> None:
    for cue in ("flummoxed", "Moon phase", "", "…", "hosted frumiously", "x " * 200):
        assert meaning(cue, "HOSTED") == "unknown"
    assert meaning("hosted frumiously", "FUNDS") == "other"


def test_a_long_passage_is_no_cue() -> None:
    assert meaning("led by " * LONGEST, "LED") == "unknown"


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    assert meaning(text, "LED") in ("given", "other", "unknown")
