"""Programmes of many makes: who moderates and speaks where, and what is no session."""

import tempfile
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.records.model import Extraction
from partnergraph.verify import verify

IMRF = """\
International Migration Review Forum 2022
Round table 2
Programme

Wednesday, 18 May 2022

9:00 – 9:30 am   Opening
Chair: H.E. Ms. Fatou Diallo, Permanent Representative of Senegal to the United Nations
Keynote address: Dr. Amani Abou-Zeid, Commissioner for Energy, African Union Commission

9:30 – 11:00 am   Session 1: Fair recruitment and
decent work
Moderator: Mr. Ryszard Kowalski (International Labour Organization)
- Ms. María Fernanda Ruiz – Minister of Foreign Affairs, Ecuador
- Mr. Li Wei, Professor, Peking University

11:00 am – 12:30 pm   Session 2: Access to services
Co-chairs: Mr. Nguyễn Văn An, Deputy Minister of Labour of Viet Nam
and Ms. Ana Sow (Senegal)
Speakers:
Mr. Khalid Al-Mansouri, Adviser, Ministry of Labour of Qatar
"""
TABLE = """\
ANNEX: PROGRAMME OF THE REGIONAL CONFERENCE

Monday, 19 June 2017

10:00–10:15 | Opening segment | Welcoming remarks: H.E. Mr. Tom Berg, Ambassador of Norway
10:15–13:00 | Panel 1: Cooperation | Moderator: Ms. Emma Ruiz; Panellists: Mr. Li Wei, IOM; \
Ms. Ana Sow, Director, IOM
13:00–15:00 | Lunch break |
15:00–18:00 | Panel 2: Governance | Moderator: Mr. Ahmad Al-Thani (Qatar); Panellists: \
Prof. Alex Betts, University of Oxford
"""
HEADED = """\
PROGRAMME OF WORK

Day 1 (Thursday 12 October 2017)

PANEL I – Labour mobility at all skills levels
10.00 - 13.00

Moderator:   Ms Manuela Tomei — Director, Conditions of Work and Equality Department, ILO
Panelists:   Jane Doe (ILO)
             Mr. Stuart Simpson and Ms. Eleni Tsolakis

PANEL II – Recognition of skills (15.00 - 18.00)

Moderator:   Mr. Borhene Chakroun, Chief of Section, UNESCO
"""
FRENCH = """\
Programme de travail

Jeudi 12 octobre 2017

10h15-13h00  Table ronde 1 : Les voies régulières
Modératrice : Mme Louise Roy, Directrice générale, Observatoire du Sahel
Intervenants :
- M. Amadou Bâ, Conseiller, Ministère du travail du Mali
- M. Eugenio Ambrosi, Organisation internationale pour les migrations
"""


def read(content: str, name: str = "agenda.txt") -> Extraction:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, name)
        page.write_text(content, encoding="utf-8")
        document, draft, _ = read_document(page)
    extraction = draft.finish()
    verify(extraction, document.text)
    return extraction


def told(extraction: Extraction) -> set[tuple[str, str, str]]:
    """Who moderated or spoke where: names, and codes of sessions."""
    nodes = {node.id: node for node in extraction.nodes}
    return {
        (
            nodes[e.source].name,
            e.type,
            f"{nodes[e.target].label} {nodes[e.target].properties['code']}",
        )
        for e in extraction.edges
        if e.type in ("MODERATED", "SPOKE_AT", "LED")
    }


def sessions(extraction: Extraction) -> dict[str, tuple[str, object, object]]:
    return {
        str(n.properties["code"]): (n.name, n.properties.get("date"), n.properties.get("time"))
        for n in extraction.nodes
        if n.label == "Session"
    }


def test_a_plain_programme_under_a_roundtable() -> None:
    """Of those listed below a session without a label no word says that they speak."""
    extraction = read(IMRF)
    assert sessions(extraction) == {
        "09.00": ("Opening", "2022-05-18", "9:00 – 9:30 am"),
        "1": ("Fair recruitment and decent work", "2022-05-18", "9:30 – 11:00 am"),
        "2": ("Access to services", "2022-05-18", "11:00 am – 12:30 pm"),
    }
    assert told(extraction) == {
        ("Fatou Diallo", "LED", "Session 09.00"),
        ("Amani Abou-Zeid", "SPOKE_AT", "Session 09.00"),
        ("Ryszard Kowalski", "MODERATED", "Session 1"),
        ("Nguyễn Văn An", "LED", "Session 2"),
        ("Ana Sow", "LED", "Session 2"),
        ("Khalid Al-Mansouri", "SPOKE_AT", "Session 2"),
    }
    parts = {(e.source[-1], e.target) for e in extraction.edges if e.type == "PART_OF"}
    assert {("1", "roundtable:agenda/2"), ("2", "roundtable:agenda/2")} <= parts


def test_a_table_with_all_in_one_cell() -> None:
    extraction = read(TABLE)
    assert told(extraction) == {
        ("Tom Berg", "SPOKE_AT", "Session 10.00"),
        ("Emma Ruiz", "MODERATED", "Session 1"),
        ("Li Wei", "SPOKE_AT", "Session 1"),
        ("Ana Sow", "SPOKE_AT", "Session 1"),
        ("Ahmad Al-Thani", "MODERATED", "Session 2"),
        ("Alex Betts", "SPOKE_AT", "Session 2"),
    }
    assert sessions(extraction)["2"] == ("Governance", "2017-06-19", "15:00–18:00")


def test_panels_headed_above_their_hours() -> None:
    extraction = read(HEADED)
    assert sessions(extraction) == {
        "I": ("Labour mobility at all skills levels", "2017-10-12", "10.00 - 13.00"),
        "II": ("Recognition of skills", "2017-10-12", "15.00 - 18.00"),
    }
    assert told(extraction) == {
        ("Manuela Tomei", "MODERATED", "Session I"),
        ("Jane Doe", "SPOKE_AT", "Session I"),
        ("Stuart Simpson", "SPOKE_AT", "Session I"),
        ("Eleni Tsolakis", "SPOKE_AT", "Session I"),
        ("Borhene Chakroun", "MODERATED", "Session II"),
    }


def test_a_french_programme() -> None:
    extraction = read(FRENCH)
    assert sessions(extraction) == {}
    assert told(extraction) == {
        ("Louise Roy", "MODERATED", "Roundtable 1"),
        ("Amadou Bâ", "SPOKE_AT", "Roundtable 1"),
        ("Eugenio Ambrosi", "SPOKE_AT", "Roundtable 1"),
    }


@pytest.mark.parametrize("how", ["crlf", "no-break", "blank lines", "indented", "bom"])
@pytest.mark.parametrize("content", [IMRF, TABLE, HEADED, FRENCH])
def test_the_layout_changes_nothing(content: str, how: str) -> None:
    changed = {
        "crlf": content.replace("\n", "\r\n"),
        "no-break": content.replace(" ", "\u00a0"),
        "blank lines": content.replace("\n\n", "\n\f\n\n"),
        "indented": "".join(f"   {line}" for line in content.splitlines(True)),
        "bom": content.replace("\n", "  \n"),
    }[how]
    assert told(read(changed)) == told(read(content))
    assert sessions(read(changed)) == sessions(read(content))


def test_a_slot_with_a_moderator_is_a_session_a_break_is_none() -> None:
    content = (
        "Agenda\n\n9.00-10.00 Skills of the future\nModerator: Ms. Ana Ruiz, ILO\n\n"
        "10.00-10.30 Coffee break\n\n10.30-11.00 Closing remarks\nMr. Li Wei, IOM\n"
    )
    extraction = read(content)
    assert sessions(extraction) == {
        "09.00": ("Skills of the future", None, "9.00-10.00"),
        "10.30": ("Closing remarks", None, "10.30-11.00"),
    }
    assert told(extraction) == {
        ("Ana Ruiz", "MODERATED", "Session 09.00"),
        ("Li Wei", "SPOKE_AT", "Session 10.30"),
    }


def test_a_singular_label_speaks_of_its_own_entry() -> None:
    content = (
        "9.00-10.00 Panel 1: Skills\nModerator: Ms. Ana Ruiz, ILO\n• Mr. Li Wei, IOM\n"
        "• Mr. Tom Berg (session moderator), ILO\n• Ms. Eva Sow, Moderator\n"
    )
    assert told(read(content)) == {
        ("Ana Ruiz", "MODERATED", "Session 1"),
        ("Li Wei", "SPOKE_AT", "Session 1"),
        ("Tom Berg", "MODERATED", "Session 1"),
        ("Eva Sow", "MODERATED", "Session 1"),
    }


@pytest.mark.parametrize(
    "content",
    [
        "10:00 Coffee\n10:15 Budget (Paris)\n11:00 Any other business\n",
        "The session ran from 10.00-11.00 and Mr. Li Wei, Director, spoke.\n",
        "2015-2018   Programme Officer, UNDP, Bangkok\n2018-2020   Consultant\n",
        "Session 1: Rights\n\nThis session will look at rights.\n",
        "9.00-10.00 Rain\n10.00-11.00 Sun\n",
    ],
)
def test_what_is_no_programme(content: str) -> None:
    assert told(read(content)) == set()


# Outside programmes


SUMMARY = """\
"Drivers of migration in a changing climate"

22-23 May 2017, New York

II. Panel discussions

Panel 1: Human mobility in the context of climate change

3. The panel was moderated by H.E. Ms. Leena Hassan, Permanent Representative of Jordan to the \
United Nations. Panellists were Ms. Dina Ionescu, Head of Division at IOM; Mr. Walter Kälin, \
Envoy of the Chair of the Platform on Disaster Displacement (PDD); and Dr. Tuvalu Sinclair, \
University of the South Pacific. One delegation quoted Mr. Kofi Boateng, Director of the ILO.

Panel 2: Poverty

4. The second panel was not moderated by Mr. Tom Berg, Director, ILO. It could be chaired by \
Ms. Eva Sow, Director, ILO.
"""


def test_prose_says_who_moderated_and_spoke() -> None:
    assert told(read(SUMMARY)) == {
        ("Leena Hassan", "MODERATED", "Session 1"),
        ("Dina Ionescu", "SPOKE_AT", "Session 1"),
        ("Walter Kälin", "SPOKE_AT", "Session 1"),
        ("Tuvalu Sinclair", "SPOKE_AT", "Session 1"),
    }


def test_labels_under_the_headings_of_sessions() -> None:
    content = (
        "Roundtable 1: Rights\n\n1.1 Work\n\nCo-chairs: Bangladesh and Switzerland\n"
        "Moderator: Jane Doe, Director, ILO\n\nThis session will look at work.\n"
    )
    assert told(read(content)) == {
        ("Bangladesh", "LED", "Session 1.1"),
        ("Switzerland", "LED", "Session 1.1"),
        ("Jane Doe", "MODERATED", "Session 1.1"),
    }


def test_the_countries_behind_another_label_lead_nothing() -> None:
    content = (
        "ROUNDTABLE 1: RIGHTS\n\nSession 1.1 - Work\n\n"
        "Co-chairs: Philippines, United Arab Emirates\n"
        "Team members: Bangladesh, Indonesia, IOM\n\nMain outcomes and recommendations:\n\n"
        "1. Develop a model.\n2. Promote rights.\n"
    )
    extraction = read(content)
    assert told(extraction) == {
        ("Philippines", "LED", "Session 1.1"),
        ("United Arab Emirates", "LED", "Session 1.1"),
    }
    under = [e.target for e in extraction.edges if e.type == "UNDER"]
    assert under == ["session:agenda/1.1", "session:agenda/1.1"]


def test_what_a_chair_says_names_no_chair() -> None:
    content = (
        "Roundtable 1: Rights\n\n1.1 Work\n\n"
        "Chair: Let us hear of the work of Mr. Tom Berg, Director, ILO, last year.\n"
    )
    assert told(read(content)) == set()


def test_without_a_session_nobody_speaks() -> None:
    extraction = read("A letter.\n\nIt was moderated by Ms. Ana Ruiz, Director, ILO.\n")
    assert told(extraction) == set()


def test_sessions_of_a_report_hold_their_people_and_recommendations() -> None:
    content = (
        "CIVIL SOCIETY DAYS\n\nSession 1: Skills\n\n"
        "Moderator: Ignacio Packer, Terre des Hommes International Federation\n"
        "Speakers: Gibril Faal (AFFORD-UK), Maruja Asis (Scalabrini Migration Center), Ellene Sana,"
        " Center for Migrant Advocacy, Philippines\n\n"
        "Session highlights\n• Many migrants are deskilled.\n\n"
        "We recommend:\n• that all States recognise diplomas;\n• that fees be abolished.\n\n"
        "Session 2: Distress\n\nChair: Bishop Nicholas DiMarzio (Brooklyn)\n"
    )
    extraction = read(content)
    assert told(extraction) == {
        ("Ignacio Packer", "MODERATED", "Session 1"),
        ("Gibril Faal", "SPOKE_AT", "Session 1"),
        ("Maruja Asis", "SPOKE_AT", "Session 1"),
        ("Ellene Sana", "SPOKE_AT", "Session 1"),
        ("Nicholas DiMarzio", "LED", "Session 2"),
    }
    called = {node.id: node.name for node in extraction.nodes}
    assert {
        (called[e.source], called[e.target])
        for e in extraction.edges
        if e.type == "AFFILIATED_WITH"
    } == {
        ("Ignacio Packer", "Terre des Hommes International Federation"),
        ("Gibril Faal", "AFFORD-UK"),
        ("Maruja Asis", "Scalabrini Migration Center"),
        ("Ellene Sana", "Center for Migrant Advocacy"),
    }
    under = [(called[e.source], e.target) for e in extraction.edges if e.type == "UNDER"]
    assert sorted(under) == [
        ("that all States recognise diplomas;", "session:agenda/1"),
        ("that fees be abolished.", "session:agenda/1"),
    ]
