"""Matrices as other secretariats might print them; none of these was there when rules were made."""

import pytest

import reading
from partnergraph.records.model import Extraction

LISTED = ("HAS_EXPERTISE_IN", "IMPLEMENTS", "LED", "CONTRIBUTES_TO")
"""What the header over a column of agencies may say of them."""

Rows = dict[str, tuple[str, list[str], list[str]]]


def read(content: str) -> Extraction:
    return reading.read(content)[1]


def rows(said: Extraction) -> Rows:
    """Code to activity, objectives and agencies by their short names."""
    named = {node.id: node for node in said.nodes}

    def short(ids: list[str]) -> list[str]:
        return sorted(str(named[i].properties.get("acronym", named[i].name)) for i in ids)

    return {
        str(node.properties["code"]): (
            node.name,
            short([e.target for e in said.edges if (e.type, e.source) == ("PURSUES", node.id)]),
            short([e.source for e in said.edges if e.type in LISTED and e.target == node.id]),
        )
        for node in said.nodes
        if node.label == "Activity"
    }


def places(said: Extraction) -> dict[str, tuple[str, str]]:
    """Id of a theme, roundtable or section to its name and what it is part of."""
    return {
        node.id.partition(":")[2].partition("/")[2]: (
            node.name,
            next(
                e.target.partition("/")[2] or "document"
                for e in sorted(said.edges, key=lambda e: e.target.startswith("document:"))
                if e.type == "PART_OF" and e.source == node.id
            ),
        )
        for node in said.nodes
        if node.label in ("Topic", "Roundtable")
    }


def under(said: Extraction) -> set[tuple[str, str]]:
    """Activity and the place it is under."""
    return {
        (e.source.partition("/")[2], e.target.partition("/")[2])
        for e in said.edges
        if e.type == "UNDER"
    }


CLUSTERS = """REGIONAL CONFERENCE ON LABOUR MOBILITY IN SOUTHERN AFRICA
Matrix of proposed actions
Draft of 3 March 2011

CLUSTER 1: PROTECTING MIGRANT WORKERS

1.1 Recruitment

Proposed action

Expected outcome

Lead agencies

Adopt a regional code of conduct for private employment agencies, drawing on
the experience of countries that license them.

Recruitment fees are no longer charged to
workers.

International Labour Organization and
International Organization for Migration

Set up a joint complaints desk at three border posts. The desk would be staffed
in turn by labour inspectors and consular officers.

Complaints are heard within thirty days.

Abuses are documented.

ILO; UN Women

1.2 Health on the move

Proposed action

Expected outcome

Lead agencies

Map health services along the main corridors.

Migrants know where to find care.

World Health Organization / UNAIDS

Train border nurses in the detection of tuberculosis.

Cases are found early and treated across
borders.

CLUSTER 2: RETURN AND REINTEGRATION

2.1 Finance for returnees

Proposed action

Expected outcome

Lead agencies

Open credit lines for returnees with three commercial banks.

Returnees start small businesses.

World Bank, UNCTAD and the African Development Bank

Publish a yearly survey of transfer costs.

Transfer costs fall below three per cent.

World Bank
"""

OBJECTIVE_FIRST = """ WORKING GROUP ON DIASPORA
List of activities

Objective

Activity

Partners

Facilitate transfers of skills to universities at
home.

Create a register of diaspora scholars, including:
- their field of work;
- the months in which they could teach.

UNESCO, IOM

Reduce the loss of skills in health.

Negotiate bilateral agreements on the circulation of nurses and doctors
between hospitals in both countries.

WHO, ILO
IOM

Keep families together.

Waive visa fees for grandparents.

UNHCR
"""

PILLARS = """ASIAN DIALOGUE ON MIGRATION
Matrix of activities, as of 15 June 2012

PILLAR I: DECENT WORK

Activity

Objective

Agencies involved

Timeline

Draft a model contract for domestic workers

Standard terms apply

ILO, UN Women and IOM

2012

Translate the contract into six languages

Workers understand the terms

IOM

Q1 2013

PILLAR II: HEALTH

Activity

Objective

Agencies involved

Timeline

Offer screening before departure

Fewer workers are sent home on medical grounds

WHO

2014

Hold a round of consultations with ministries of health

UNAIDS / UNFPA

ongoing
"""

FOUR_COLUMNS = """Matrix of projects

Section A: Data

Project

Objective

Timeline

Partners

Link the census to border statistics.

Improve the count of people who move.

2012-2014

UN DESA, World Bank

Train statisticians in five countries.

Build national capacity for migration data.

2013

UN Statistics Division, IOM

Section B: Remittances

Project

Objective

Timeline

Partners

Compare prices of transfers online.

Lower the cost of sending money.

Ongoing

World Bank
"""

ROWS_AS_BLOCKS = """Inventory of ongoing projects

PROJECT
OBJECTIVE
AGENCIES

Returnee job desks in provincial towns
Help returnees find work
ILO, IOM

Legal clinics for domestic workers
Give access to justice
UN Women, OHCHR

Mobile registration of births
Every child has papers
UNICEF, UNHCR
"""

UNLETTERED = """GLOBAL FORUM ON MIGRATION AND DEVELOPMENT
Athens, 2-5 November 2009
Inventory of activities

ROUNDTABLE 1: HOW TO MAKE THE MIGRATION-DEVELOPMENT NEXUS WORK FOR THE MDGs

Diaspora Engagement

Activity

Aim

Institutions

Survey diaspora associations in ten capitals.

Know what associations do and need.

IOM

Match young professionals with hospitals at home. Placements would last from three
to six months.

Fill gaps in care.

Train local staff.

WHO and UNDP

Root Causes

Activity

Aim

Institutions

Fund irrigation in dry districts.

Make it possible to stay.

FAO, IFAD

Open vocational schools.

Give young people a choice.

UNESCO; ILO; UNDP
"""

NO_BLANK_LINES = """Matrix of activities
ROUNDTABLE 1: JOBS
a. Seasonal work
Activity
Objective
Agencies
Run a pilot scheme for fruit pickers, with return tickets paid by the
employer and savings paid out at home.
Give growers the hands they need and families
an income.
IOM, ILO
Issue multi-year visas.
Spare workers new procedures each season.
IOM
b. Care work
Activity
Objective
Agencies
Certify training of carers in both countries.
Let skills be recognised abroad.
ILO, WHO
"""

LONG_NAMES = """List of proposed activities

A. Statistics

Activity

Objective

Lead agency

Design a module on migration for household surveys.

Improve national data on who moves and why.

United Nations Department of Economic and Social Affairs,
in cooperation with the World Bank and Eurostat

Keep a register of students abroad.

Anticipate returns.

UNESCO Institute for Statistics (UIS)

B. Trade

Activity

Objective

Lead agency

Study how visas hinder services trade.

Inform negotiations on Mode 4.

World Trade Organization and United Nations Conference on Trade and Development

Advise small firms owned by migrants.

Help firms to export.

International Trade Centre; Organisation for Economic
Co-operation and Development (OECD)
"""

SCRAMBLED = """GLOBAL FORUM ON MIGRATION AND DEVELOPMENT:
Matrix of projects

ROUNDTABLE 4:

a.

CLIMATE, CRISES AND MIGRATION

Preparing for Displacement

Activity

Objective

GMG Member(s)
with Expertise

Map the districts from which people are most likely to be displaced by floods
or droughts in the coming ten years, including:

Anticipate displacement and plan for it
together with the communities concerned.

IOM, UNHCR

Give mayors the means to receive families
that had to leave their homes.

IOM

- the number of households;
- roads and bridges that may be cut.
Open a fund from which towns can draw when displaced families arrive, on terms
agreed beforehand.

b.

Moving with Dignity

Activity

Objective

GMG Member(s)
with Expertise

Negotiate temporary visas for islanders whose land is lost to the sea.

Enable people to move before they have to
flee, with their rights intact.

UNHCR, UN-DESA
"""

NUMBERED = """Matrix of activities

No.

Activity

Objective

Agency

1.

Train judges in asylum law.

Make trials fair.

UNODC, OHCHR

2.

Print leaflets in four languages.

Let people know their rights.

UNHCR
"""

NUMBERED_CELLS = """Matrix of activities

Section I. Justice

Activity

Objective

Agency

1.1 Train judges in asylum law.

Make trials fair.

UNODC, OHCHR

1.2 Print leaflets in four languages.

Let people know their rights.

UNHCR

Section II. Schools

Activity

Objective

Agency

2.1 Build two schools in the camp.

Let all children learn.

UNICEF

2.2 Pay teachers a bonus.

Keep teachers in remote places.

UNESCO
"""

FRENCH_SCRAMBLED = """FORUM MONDIAL SUR LA MIGRATION ET LE DÉVELOPPEMENT :
Tableau des projets/activités susceptibles d’intéresser les participants

TABLE RONDE 1 :

a.

DÉVELOPPEMENT DU CAPITAL HUMAIN

Migration temporaire et circulaire

Activité

Objectif

Membre(s) du GMG
compétent(s)

Faciliter la sélection, la formation et le déplacement des travailleurs dans les
pays d’origine dont les qualifications répondent aux besoins des pays de
destination.

Renforcer la coopération entre pays
d’origine et de destination afin de mieux
répondre aux besoins de main-d’œuvre.

OIM

Les activités pourraient comprendre :
- la mise en place de bases de données en ligne ;
- la préparation des travailleurs avant le départ.
 Atténuer la fuite des cerveaux et encourager
leur circulation.

Activité

Objectif

Membre(s) du GMG
compétent(s)

Créer des centres de migration pour les migrants potentiels dans les pays
d’origine afin de favoriser leur formation professionnelle et linguistique.

Accroître les possibilités d’emploi légal à
l’étranger et faciliter la sélection des
candidats.

OIM, OIT

Améliorer l’information sur les tendances du
marché du travail.

OIM, PNUD

En outre, ces centres pourraient faciliter les échanges d’étudiants et de
chercheurs.
Élaborer des bases de données mondiales contenant :
- une analyse du marché du travail actuel et futur ;
- une cartographie des profils de main-d’œuvre.

b.

Politiques d’emploi à l’étranger

Activité

Objectif

Membre(s) du GMG
compétent(s)

Renforcer la capacité des pays d’origine à élaborer des politiques nationales
de gestion de l’émigration de travail.

Permettre aux pays d’origine de tirer parti de
l’émigration de travail.

OIM
"""

FURNITURE = """GFMD 2012 – Matrix of activities – Draft 3
ROUNDTABLE 2 – PROTECTION

A. Domestic workers

Activity

Objective

Partners

Adopt standard contracts.

Protect domestic workers abroad.

ILO; UN Women

GFMD 2012 – Matrix of activities – Draft 3

Page 2 of 9

GFMD 2012 – Matrix of activities – Draft 3

Set up shelters in embassies, with staff who speak the languages of the
workers.

Offer a safe place.

IOM

[1] See ILO Convention No. 189.

Train labour inspectors.

Enforce contracts.

ILO

Page 3 of 9

GFMD 2012 – Matrix of activities – Draft 3

B. Detention

Activity

Objective

Partners

End the detention of children.

Keep families in the community.

UNICEF, UNHCR, OHCHR
"""

AGENCY_BULLETS = """Matrix of activities

Activity

Objective

Agencies

Map hospitals along the route.

Let travellers find care.

• WHO
• IOM

Vaccinate children at the border.

Stop measles.

• UNICEF
• WHO
"""

# Read by eye: code to activity, objectives and agencies.
EXPECTED: dict[str, tuple[str, Rows]] = {
    "clusters, outcomes that tell, and an empty cell": (
        CLUSTERS,
        {
            "1.1.1": (
                "Adopt a regional code of conduct for private employment agencies, drawing on "
                "the experience of countries that license them.",
                ["Recruitment fees are no longer charged to workers."],
                ["ILO", "IOM"],
            ),
            "1.1.2": (
                "Set up a joint complaints desk at three border posts.",
                ["Abuses are documented.", "Complaints are heard within thirty days."],
                ["ILO", "UN Women"],
            ),
            "1.2.1": (
                "Map health services along the main corridors.",
                ["Migrants know where to find care."],
                ["UNAIDS", "WHO"],
            ),
            "1.2.2": (
                "Train border nurses in the detection of tuberculosis.",
                ["Cases are found early and treated across borders."],
                [],
            ),
            "2.1.1": (
                "Open credit lines for returnees with three commercial banks.",
                ["Returnees start small businesses."],
                ["AfDB", "UNCTAD", "World Bank"],
            ),
            "2.1.2": (
                "Publish a yearly survey of transfer costs.",
                ["Transfer costs fall below three per cent."],
                ["World Bank"],
            ),
        },
    ),
    "the column of objectives first": (
        OBJECTIVE_FIRST,
        {
            "1": (
                "Create a register of diaspora scholars, including:",
                ["Facilitate transfers of skills to universities at home."],
                ["IOM", "UNESCO"],
            ),
            "2": (
                "Negotiate bilateral agreements on the circulation of nurses and doctors between "
                "hospitals in both countries.",
                ["Reduce the loss of skills in health."],
                ["ILO", "IOM", "WHO"],
            ),
            "3": ("Waive visa fees for grandparents.", ["Keep families together."], ["UNHCR"]),
        },
    ),
    "pillars as sections, and a column that is not read": (
        PILLARS,
        {
            "I1": (
                "Draft a model contract for domestic workers",
                ["Standard terms apply"],
                ["ILO", "IOM", "UN Women"],
            ),
            "I2": (
                "Translate the contract into six languages",
                ["Workers understand the terms"],
                ["IOM"],
            ),
            "II1": (
                "Offer screening before departure",
                ["Fewer workers are sent home on medical grounds"],
                ["WHO"],
            ),
            "II2": (
                "Hold a round of consultations with ministries of health",
                [],
                ["UNAIDS", "UNFPA"],
            ),
        },
    ),
    "a column of dates between the others": (
        FOUR_COLUMNS,
        {
            "a1": (
                "Link the census to border statistics.",
                ["Improve the count of people who move."],
                ["UN-DESA", "World Bank"],
            ),
            "a2": (
                "Train statisticians in five countries.",
                ["Build national capacity for migration data."],
                ["IOM", "UN Statistics Division"],
            ),
            "b1": (
                "Compare prices of transfers online.",
                ["Lower the cost of sending money."],
                ["World Bank"],
            ),
        },
    ),
    "a row to a block, a cell to a line": (
        ROWS_AS_BLOCKS,
        {
            "1": (
                "Returnee job desks in provincial towns",
                ["Help returnees find work"],
                ["ILO", "IOM"],
            ),
            "2": (
                "Legal clinics for domestic workers",
                ["Give access to justice"],
                ["OHCHR", "UN Women"],
            ),
            "3": ("Mobile registration of births", ["Every child has papers"], ["UNHCR", "UNICEF"]),
        },
    ),
    "titles without letters, and verbs nobody listed": (
        UNLETTERED,
        {
            "1.1.1": (
                "Survey diaspora associations in ten capitals.",
                ["Know what associations do and need."],
                ["IOM"],
            ),
            "1.1.2": (
                "Match young professionals with hospitals at home.",  # and two rows or one?
                [],
                [],
            ),
            "1.2.1": (
                "Fund irrigation in dry districts.",
                ["Make it possible to stay."],
                ["FAO", "IFAD"],
            ),
            "1.2.2": (
                "Open vocational schools.",
                ["Give young people a choice."],
                ["ILO", "UNDP", "UNESCO"],
            ),
        },
    ),
    "no blank line between two cells": (
        NO_BLANK_LINES,
        {
            "1a1": (
                "Run a pilot scheme for fruit pickers, with return tickets paid by the employer "
                "and savings paid out at home.",
                ["Give growers the hands they need and families an income."],
                ["ILO", "IOM"],
            ),
            "1a2": (
                "Issue multi-year visas.",
                ["Spare workers new procedures each season."],
                ["IOM"],
            ),
            "1b1": (
                "Certify training of carers in both countries.",
                ["Let skills be recognised abroad."],
                ["ILO", "WHO"],
            ),
        },
    ),
    "agencies by their long names": (
        LONG_NAMES,
        {
            "a1": (
                "Design a module on migration for household surveys.",
                ["Improve national data on who moves and why."],
                ["Eurostat", "UN-DESA", "World Bank"],
            ),
            "a2": ("Keep a register of students abroad.", ["Anticipate returns."], ["UIS"]),
            "b1": (
                "Study how visas hinder services trade.",
                ["Inform negotiations on Mode 4."],
                ["UNCTAD", "WTO"],
            ),
            "b2": (
                "Advise small firms owned by migrants.",
                ["Help firms to export."],
                ["ITC", "OECD"],
            ),
        },
    ),
    "a short scrambled table of two widths": (
        SCRAMBLED,
        {
            "4a1": (
                "Map the districts from which people are most likely to be displaced by floods or "
                "droughts in the coming ten years, including:",
                [
                    "Anticipate displacement and plan for it together with the communities "
                    "concerned."
                ],
                ["IOM", "UNHCR"],
            ),
            "4a2": (
                "Open a fund from which towns can draw when displaced families arrive, on terms "
                "agreed beforehand.",
                ["Give mayors the means to receive families that had to leave their homes."],
                ["IOM"],
            ),
            "4b1": (
                "Negotiate temporary visas for islanders whose land is lost to the sea.",
                ["Enable people to move before they have to flee, with their rights intact."],
                ["UN-DESA", "UNHCR"],
            ),
        },
    ),
    "numbered rows": (
        NUMBERED,
        {
            "1": ("Train judges in asylum law.", ["Make trials fair."], ["OHCHR", "UNODC"]),
            "2": (
                "Print leaflets in four languages.",
                ["Let people know their rights."],
                ["UNHCR"],
            ),
        },
    ),
    "numbers in the cells": (
        NUMBERED_CELLS,
        {
            "i1": ("Train judges in asylum law.", ["Make trials fair."], ["OHCHR", "UNODC"]),
            "i2": (
                "Print leaflets in four languages.",
                ["Let people know their rights."],
                ["UNHCR"],
            ),
            "ii1": ("Build two schools in the camp.", ["Let all children learn."], ["UNICEF"]),
            "ii2": ("Pay teachers a bonus.", ["Keep teachers in remote places."], ["UNESCO"]),
        },
    ),
    "a scrambled table in French": (
        FRENCH_SCRAMBLED,
        {
            "1a1": (
                "Faciliter la sélection, la formation et le déplacement des travailleurs dans les "
                "pays d’origine dont les qualifications répondent aux besoins des pays de "
                "destination.",
                [
                    "Atténuer la fuite des cerveaux et encourager leur circulation.",
                    "Renforcer la coopération entre pays d’origine et de destination afin de mieux "
                    "répondre aux besoins de main-d’œuvre.",
                ],
                ["IOM"],
            ),
            "1a2": (
                "Créer des centres de migration pour les migrants potentiels dans les pays "
                "d’origine afin de favoriser leur formation professionnelle et linguistique.",
                [
                    "Accroître les possibilités d’emploi légal à l’étranger et faciliter la "
                    "sélection des candidats."
                ],
                ["ILO", "IOM"],
            ),
            "1a3": (
                "Élaborer des bases de données mondiales contenant :",
                ["Améliorer l’information sur les tendances du marché du travail."],
                ["IOM", "UNDP"],
            ),
            "1b1": (
                "Renforcer la capacité des pays d’origine à élaborer des politiques nationales de "
                "gestion de l’émigration de travail.",
                ["Permettre aux pays d’origine de tirer parti de l’émigration de travail."],
                ["IOM"],
            ),
        },
    ),
    "running titles, page numbers and footnotes between rows": (
        FURNITURE,
        {
            "2a1": (
                "Adopt standard contracts.",
                ["Protect domestic workers abroad."],
                ["ILO", "UN Women"],
            ),
            "2a2": (
                "Set up shelters in embassies, with staff who speak the languages of the workers.",
                ["Offer a safe place."],
                ["IOM"],
            ),
            "2a3": ("Train labour inspectors.", ["Enforce contracts."], ["ILO"]),
            "2b1": (
                "End the detention of children.",
                ["Keep families in the community."],
                ["OHCHR", "UNHCR", "UNICEF"],
            ),
        },
    ),
    "agencies as a list of bullets": (
        AGENCY_BULLETS,
        {
            "1": ("Map hospitals along the route.", ["Let travellers find care."], ["IOM", "WHO"]),
            "2": ("Vaccinate children at the border.", ["Stop measles."], ["UNICEF", "WHO"]),
        },
    ),
}


@pytest.mark.parametrize("what", EXPECTED)
def test_the_rows_are_read(what: str):
    text, expected = EXPECTED[what]
    assert rows(read(text)) == expected


def at_once(text: str) -> str:
    """Indented, with no-break spaces, other line ends, a byte-order mark and form feeds."""
    lines = [f"   {line}".replace(" ", "\u00a0") if line else "" for line in text.split("\n")]
    return "\ufeff" + "\r\n".join(lines).replace("\r\n\r\n", "\r\n\f\r\n", 3)


@pytest.mark.parametrize("what", EXPECTED)
def test_the_make_up_of_the_page_changes_nothing(what: str):
    text, expected = EXPECTED[what]
    assert rows(read(at_once(text))) == expected


def test_a_cluster_holds_numbered_sections():
    said = read(CLUSTERS)
    assert places(said) == {
        "1": ("PROTECTING MIGRANT WORKERS", "document"),
        "1.1": ("Recruitment", "1"),
        "1.2": ("Health on the move", "1"),
        "2": ("RETURN AND REINTEGRATION", "document"),
        "2.1": ("Finance for returnees", "2"),
    }
    assert ("1.2.2", "1.2") in under(said)
    assert said.document.properties["date"] == "2011-03-03"
    assert said.document.name == (
        "REGIONAL CONFERENCE ON LABOUR MOBILITY IN SOUTHERN AFRICA Matrix of proposed actions"
    )
    assert said.skipped == ()


def test_a_pillar_without_sections_is_one():
    said = read(PILLARS)
    assert places(said) == {
        "theme-i": ("DECENT WORK", "document"),
        "theme-ii": ("HEALTH", "document"),
    }
    assert under(said) == {
        ("i1", "theme-i"),
        ("i2", "theme-i"),
        ("ii1", "theme-ii"),
        ("ii2", "theme-ii"),
    }
    assert said.document.properties["date"] == "2012-06-15"


def test_codes_are_as_printed():
    said = read(NUMBERED_CELLS)
    topics = {n.name: n.properties["code"] for n in said.nodes if n.label == "Topic"}
    assert topics == {"Justice": "I", "Schools": "II"}


def test_a_title_tells_the_status():
    status = {n.properties["status"] for n in read(ROWS_AS_BLOCKS).nodes if n.label == "Activity"}
    assert status == {"ongoing"}


def test_a_column_that_is_not_read_is_reported():
    assert [(s.locator, s.reason) for s in read(FOUR_COLUMNS).skipped] == [
        ("line 17", "stands in a column that is not read"),
        ("line 25", "stands in a column that is not read"),
        ("line 43", "stands in a column that is not read"),
    ]


def test_the_first_running_title_is_the_title():
    about = read(FURNITURE).document.properties
    assert (about["title"], about["forum"]) == (
        "GFMD 2012 – Matrix of activities – Draft 3",
        "GFMD",
    )


CELLS = {
    "IOM": ["IOM"],
    "IOM; ILO": ["IOM", "ILO"],
    "ILO/IOM": ["ILO", "IOM"],
    "WHO–IOM": ["WHO", "IOM"],
    "IOM + ILO": ["IOM", "ILO"],
    "IOM & ILO": ["IOM", "ILO"],
    "ICMPD; IOM; ILO.": ["ICMPD", "IOM", "ILO"],
    "Lead: IOM; Partners: UNDP, UNHCR": ["IOM", "UNDP", "UNHCR"],
    "IOM (lead), UNDP": ["IOM", "UNDP"],
    "IOM, in consultation with ILO": ["IOM", "ILO"],
    "the World Bank": ["World Bank"],
    "World Trade Organization and United Nations Conference on Trade and Development": [
        "WTO",
        "UNCTAD",
    ],
    "United Nations Educational, Scientific and Cultural Organization, IOM": ["UNESCO", "IOM"],
    "Ministry of Labour and Social Affairs and IOM": [
        "Ministry of Labour and Social Affairs",
        "IOM",
    ],
    "Office of the High Commissioner for Human Rights and UNHCR": ["OHCHR", "UNHCR"],
    "International Federation of Red Cross and Red Crescent Societies": ["IFRC"],
    "OIM, OIT et le HCR": ["IOM", "ILO", "UNHCR"],
    "National governments, IOM": ["IOM"],
    "Governments with support from IOM": ["IOM"],
    "Trade unions and employers": [],
    "All GMG members": [],
    "TBD": [],
    "—": [],
}


@pytest.mark.parametrize("cell", CELLS)
def test_what_a_cell_of_agencies_names(cell: str):
    cells = ("Activity", "Objective", "Agencies", "Do it", "Win", "UNICEF", "Act", "Gain", cell)
    said = read("\n\n".join(cells))
    assert rows(said)["2"][2] == sorted(CELLS[cell])


def test_agencies_below_a_header_that_has_no_column_for_them_are_no_trap():
    reading.read("Activity\n\nObjective\n\nDo the work.\n\nWin.\n\nIOM\n")
