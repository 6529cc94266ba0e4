"""Headers, labels and headings as people print them."""

import pytest

from partnergraph.lexicon import lexicon

# Words over columns in workplans, results matrices, who-does-what sheets, management responses.
HEADERS = {
    "lead": "Lead UN Agency|Leading agency(ies)|Lead/Co-lead|LEAD:|**Lead**|Work package leads|"
    "Agence chef de file|Organismo líder|Lead ministry|Agency lead|3. Lead entity",
    "co-lead": "Co-lead(s)|Co-leading agencies|Cochef de file|Co-líder",
    "implement": "Responsible Party|Responsible unit(s)|Responsible individual or unit(s)|Who|"
    "By whom|Implementing Partners|IP|Action owner|Structures responsables|Par qui|"
    "Entidad responsable|Organismos responsables|Responsable(s)|Maître d'œuvre|"
    "Instituciones responsables",
    "partner": "Partners|National Partner|Government/National Counterparts|UN partners|"
    "Other actors|Partenaires impliqués|Acteurs impliqués|Socios|Entidades aliadas|"
    "Agencies involved",
    "support": "Support|Supported by|Contributing UN entities|Partenaires techniques et financiers|"
    "Instituciones de apoyo|Technical assistance|Supporting entities",
    "fund": "Donor(s)|Funded by|Funding agency|Bailleurs de fonds|Donante|Resource partners",
    "accountable": "Accountable organisation|Commissioned by",
    "expertise": "GMG member(s) with expertise|Agencies with relevant capacity|"
    "Agencies with expertise",
    "host": "Host|Hosting organisation|Pays hôte|Anfitrión",
    "co-convene": "Co-convenors",
    "organise": "Organizer(s)|Entidad organizadora",
    "activity": "Activity|Key actions|Actions à mener|Línea de acción|Project title|What",
    "objective": "Objective|GCM Objective(s)|Objectif général|Objetivos|SDG targets",
    "outcome": "Outcome|Expected results|Résultats attendus|Outcome / Output",
    "output": "Output|Produits attendus",
    "status": "Status|État d’avancement|Estado de avance",
    "date": "Deadline|Time frame|By when|Échéance|Plazo|Start date|Calendrier",
    "place": "Location|District|Admin 1|Lieu|Municipio|Where",
    "country": "Country|Beneficiary countries|Pays|País",
    "budget": "Budget (USD)|Total cost (US$)|Coût (FCFA)|Presupuesto",
    "money": "Source of Funds|Funding|Financement|Fuente de financiamiento",
    "indicator": "Indicators|Baseline|Means of Verification|Línea de base",
    "code": "No.|#|Ref.|S/N|N°",
    "remarks": "Remarks|Comments|Observations|Notas",
    "topic": "Sector|Thematic area|Axe stratégique|Eje temático|Cluster",
    "recommendation": "Recommendation|Recommandations",
    "response": "Management response|Accepted / Partially Accepted / Rejected",
    "beneficiary": "Target group|Bénéficiaires|Población objetivo|Host communities",
    "reporting": "Reporting organisation",
    "possible": "Potential donors|Proposed partners|Socios potenciales",
}


@pytest.mark.parametrize(
    ("header", "entry"),
    [(header, entry) for entry, headers in HEADERS.items() for header in headers.split("|")],
)
def test_a_header_is_understood(header: str, entry: str) -> None:
    found = lexicon().header(header)
    assert found
    assert entry in found.id.split("+")


@pytest.mark.parametrize(
    "words",
    [
        *("Moon phase", "Leader's remarks", "Ministry of Labour", "Lead time", "Hosts of angels"),
        *("Leads and members", "Agencies and partners", "Donor / Implementing partner", "IOM"),
        *("The", "", "…", "Migration and development", "The workshop was led by Ghana and Togo."),
        "Partners " * 40,
    ],
)
def test_what_is_not_understood_is_nothing(words: str) -> None:
    assert lexicon().header(words) is None
    assert lexicon().heading(words) is None


@pytest.mark.parametrize(
    ("header", "leads"),
    [
        ("UN agencies (lead first)", True),
        ("Agencies (lead in bold)", True),
        ("Responsible agencies [lead agency first]", True),
        ("UN agencies (see annex)", False),
    ],
)
def test_a_header_says_that_the_first_leads(header: str, leads: bool) -> None:
    found = lexicon().header(header)
    assert found
    assert found.first_leads is leads


@pytest.mark.parametrize(
    ("heading", "entry"),
    [
        ("PARTICIPATING STATES (11)", "member"),
        ("Observers (3)", "observer"),
        ("Chair-in-Office", "chair"),
        ("Members of the Working Group", "member"),
        ("II. Members 2023-2024", "member"),
        ("LIST OF PARTICIPANTS", "attend"),
        ("Pledges made at the forum", "pledge"),
        ("États membres", "member"),
        ("Países observadores", "observer"),
    ],
)
def test_a_heading_over_a_list(heading: str, entry: str) -> None:
    found = lexicon().heading(heading)
    assert found
    assert entry in found.id.split("+")


@pytest.mark.parametrize("heading", ["STATES", "INTERNATIONAL ORGANIZATIONS", "Governments"])
def test_a_heading_of_bodies_alone_is_no_role(heading: str) -> None:
    assert lexicon().heading(heading) is None
