"""What the five documents state, counted and named: the facts the graph must hold, no more.

Read off the documents by eye. The rows of the matrix have a test of their own.
"""

from collections import Counter
from itertools import combinations

import pytest

from partnergraph.records.model import Node
from partnergraph.store.sqlite import SqliteStore

MATRIX = "document:gfmd-2007-activities-matrix"
MANILA = "document:gfmd-2008-roundtable-themes"
SUMMARY = "document:gcm-2017-thematic-session-4-summary"
REVIEW = "document:gcm-review-2020-roundtable-1"
NOTE = "document:gfmd-2020-partnerships-note"
DOING = ("LED", "ORGANISED", "PREPARED", "CONDUCTED")


class Graph:
    """The whole graph in memory, as the tests ask it."""

    def __init__(self, store: SqliteStore) -> None:
        self.nodes = {node.id: node for node in store.nodes()}
        self.edges = list(store.edges())

    def stated(self, type: str, document: str) -> list[tuple[str, str]]:
        return [
            (edge.source, edge.target)
            for edge in self.edges
            if edge.type == type
            and any(e.document == document and e.basis == "stated" for e in edge.evidence)
        ]

    def among(self, label: str, document: str) -> list[Node]:
        ids = {
            id
            for type in ("RECORDED_IN", "MENTIONED_IN")
            for id, target in self.stated(type, document)
            if target == document
        }
        return [self.nodes[id] for id in sorted(ids) if self.nodes[id].label == label]

    def ids(self, label: str, document: str) -> list[str]:
        return [node.id for node in self.among(label, document)]


@pytest.fixture(scope="module")
def graph(seeds_db) -> Graph:
    with SqliteStore(seeds_db) as store:
        return Graph(store)


def short(id: str) -> str:
    return id.partition(":")[2]


# The matrix


def test_the_matrix_has_its_roundtables_sections_and_activities(graph):
    assert len(graph.ids("Roundtable", MATRIX)) == 3
    sections = Counter(
        target.rpartition("/")[2]
        for source, target in graph.stated("UNDER", MATRIX)
        if source.startswith("activity:")
    )
    assert sections == {
        "1a": 4,
        "1b": 2,
        "1c": 5,
        "1d": 4,
        "1e": 3,
        "1f": 2,
        "1g": 11,
        "1h": 5,
        "2a": 3,
        "2b": 6,
        "2c": 2,
        "2d": 2,
        "3a": 4,
        "3b": 3,
        "3c": 5,
        "3d": 2,
    }
    assert {graph.nodes[id].properties["status"] for id in graph.ids("Activity", MATRIX)} == {
        "proposed"
    }


def test_the_matrix_pairs_activities_with_objectives(graph):
    pursued = Counter(target for _, target in graph.stated("PURSUES", MATRIX))
    assert (sum(pursued.values()), len(pursued)) == (79, 77)
    assert sorted(pursued.values())[-3:] == [1, 2, 2]
    assert {graph.nodes[id].properties["framework"] for id in pursued} == {"GFMD matrix"}


def test_the_matrix_lists_agencies_with_expertise(graph):
    listed = graph.stated("HAS_EXPERTISE_IN", MATRIX)
    assert Counter(short(source) for source, _ in listed) == {
        "iom": 62,
        "undp": 29,
        "unhcr": 19,
        "unfpa": 11,
        "unodc": 6,
        "un-desa": 4,
    }
    agencies: dict[str, set[str]] = {}
    for source, target in listed:
        agencies.setdefault(target, set()).add(short(source))
    together = Counter(
        pair for names in agencies.values() for pair in combinations(sorted(names), 2)
    )
    assert together == {
        ("iom", "undp"): 28,
        ("iom", "unhcr"): 19,
        ("iom", "unfpa"): 11,
        ("unfpa", "unhcr"): 7,
        ("iom", "unodc"): 6,
        ("undp", "unfpa"): 6,
        ("undp", "unhcr"): 5,
        ("un-desa", "undp"): 4,
        ("iom", "un-desa"): 3,
        ("unfpa", "unodc"): 3,
        ("un-desa", "unfpa"): 2,
        ("unhcr", "unodc"): 2,
        ("un-desa", "unhcr"): 1,
    }


def test_nineteen_objectives_of_the_matrix_rest_on_one_agency(graph):
    agencies: dict[str, set[str]] = {}
    for agency, activity in graph.stated("HAS_EXPERTISE_IN", MATRIX):
        agencies.setdefault(activity, set()).add(agency)
    served: dict[str, set[str]] = {}
    for activity, objective in graph.stated("PURSUES", MATRIX):
        served.setdefault(objective, set()).update(agencies.get(activity, ()))
    assert sum(len(names) == 1 for names in served.values()) == 19
    assert all(served.values())


def test_the_matrix_names_processes_organisations_and_instruments_in_its_cells(graph):
    assert graph.ids("RCP", MATRIX) == ["rcp:puebla-process"]
    assert {n.name for n in graph.among("Instrument", MATRIX)} == {
        "2005 CARICOM member States Agreement on Accreditation for Education in Medical and other "
        "Health Professions",
        "Brussels Declaration on Preventing and Combating Trafficking in Human Beings",
        "Commonwealth Code of Practice for the International Recruitment of Health Workers",
        "International Convention on the Protection of the Rights of All Migrant Workers and "
        "Members of Their Families",
        "Millennium Development Goals",
        "UIA Accord on Recommended International Standards of Professionalism in Architectural "
        "Practice",
        "United Nations Convention against Transnational Organized Crime",
    }
    assert {n.name for n in graph.among("Organisation", MATRIX)} == {
        "Caribbean Community",
        "Global Forum on Migration and Development",
        "Global Migration Group",
        "International Union of Architects",
    }
    assert graph.ids("Country", MATRIX) == []
    cited = {(short(s), short(t)) for s, t in graph.stated("CITES", MATRIX)}
    own = "gfmd-2007-activities-matrix/"
    assert {
        (source.removeprefix(own), target) for source, target in cited if source.startswith(own)
    } == {
        ("1c3", "2005-caricom-member-states-agreement-on-accreditation-for-8c3336de"),
        ("1c3", "caricom"),
        ("1c3", "international-union-of-architects"),
        ("1c3", "uia-accord-on-recommended-international-standards-of-b2427177"),
        ("1c4", "commonwealth-code-of-practice"),
        ("1g10", "icrmw"),
        ("1h1", "brussels-declaration"),
        ("1h1", "untoc"),
    }
    assert [t for s, t in cited if not s.startswith(own)] == ["mdgs"]


# The note of the GCM review


def test_the_review_discusses_six_objectives(graph):
    discussed = {
        short(t) for _, t in graph.stated("DISCUSSES", REVIEW) if t.startswith("objective:gcm")
    }
    assert discussed == {"gcm-14", "gcm-15", "gcm-16", "gcm-19", "gcm-20", "gcm-22"}
    assert {short(id): graph.nodes[id].name for id in graph.ids("Objective", REVIEW)} == {
        "gcm-14": "Enhance consular protection, assistance and cooperation throughout the "
        "migration cycle",
        "gcm-15": "Provide access to basic services for migrants",
        "gcm-16": "Empower migrants and societies to realize full inclusion and social cohesion",
        "gcm-19": "Create conditions for migrants and diasporas to fully contribute to "
        "sustainable development in all countries",
        "gcm-20": "Promote faster, safer and cheaper transfer of remittances and foster financial "
        "inclusion of migrants",
        "gcm-22": "Establish mechanisms for the portability of social security entitlements and "
        "earned benefits",
    }
    printed = graph.nodes["objective:gcm-20"].properties["aliases"]
    assert (
        "Promote faster, safer & cheaper transfer of remittances & foster financial inclusion of "
        "migrants"
    ) in printed


def test_the_review_asks_seven_questions_six_about_an_objective(graph):
    questions = {node.properties["code"]: node.id for node in graph.among("Question", REVIEW)}
    assert sorted(questions) == ["1", "2", "3", "4", "5", "6", "7"]
    asked = {source: short(target) for source, target in graph.stated("ASKS_ABOUT", REVIEW)}
    assert {code: asked.get(id) for code, id in questions.items()} == {
        "1": None,
        "2": "gcm-16",
        "3": "gcm-15",
        "4": "gcm-19",
        "5": "gcm-20",
        "6": "gcm-22",
        "7": "gcm-14",
    }
    roundtable = f"roundtable:{short(REVIEW)}/1"
    assert {t for s, t in graph.stated("UNDER", REVIEW) if s in questions.values()} == {roundtable}
    assert graph.nodes[roundtable].name == "Roundtable 1"
    assert graph.nodes[roundtable].properties["date"] == "2020-11-12"


def test_the_review_cites_six_papers_and_who_issued_them(graph):
    prepared = Counter(source for source, _ in graph.stated("PREPARED", REVIEW))
    assert sorted(prepared.values()) == [1, 4]
    cited = [t for s, t in graph.stated("CITES", REVIEW) if t.startswith("document:")]
    issuers = {target: source for source, target in graph.stated("PREPARED", REVIEW)}
    network = "organisation:un-network-on-migration"
    assert {graph.nodes[id].name: issuers.get(id) for id in cited} == {
        "The Global Compact for Migration in a Nutshell": None,
        "COVID-19 and People on the Move": "organisation:un-secretary-general",
        "COVID-19 Does Not Discriminate; Nor Should Our Response": network,
        "Enhancing Access to Services for Migrants in the Context of COVID-19 Preparedness, "
        "Prevention, and Response and Beyond": network,
        "The Global Compact for Migration (GCM): Well Governed Migration as an Essential Element "
        "of Effective COVID-19 Response": network,
        "International Day of Family Remittances: The Global Pandemic Highlights the Crucial Role "
        "of Remittances for Migrant Families": network,
    }
    assert all("file" not in graph.nodes[id].properties for id in cited)


@pytest.mark.parametrize("document", [REVIEW, NOTE])
def test_the_notes_of_2020_name_no_country(graph, document):
    assert graph.ids("Country", document) == []


# The note on partnerships


def test_the_note_has_five_themes_and_grouped_questions(graph):
    themes = graph.among("Topic", NOTE)
    assert {str(node.properties["code"]): node.name for node in themes} == {
        "1": "The Governance of Labor Migration in the Context of Changing Employment Landscapes",
        "2": "Skilling Migrants for Employment",
        "3": "Leveraging New Technologies to Empower Migrants",
        "4": "Addressing Gaps in Migrant Protection",
        "5": "Discussing Approaches to Prevent Irregular Migration",
    }
    codes = {str(node.properties["code"]) for node in graph.among("Question", NOTE)}
    assert codes == {str(n) for n in range(1, 6)} | {
        f"{main}.{sub}"
        for main, count in ((1, 4), (2, 4), (3, 4), (4, 3), (5, 4))
        for sub in range(1, count + 1)
    }
    under = dict(graph.stated("UNDER", NOTE))
    for node in graph.among("Question", NOTE):
        main, _, sub = str(node.properties["code"]).partition(".")
        assert under[node.id] == (f"question:{short(NOTE)}/{main}" if sub else NOTE)


def test_the_note_discusses_three_targets(graph):
    discussed = {short(t) for _, t in graph.stated("DISCUSSES", NOTE) if t.startswith("objective:")}
    assert discussed == {"sdg-10.7", "sdg-8.8", "sdg-16.9"}


# The themes of Manila


def test_manila_has_three_roundtables_and_eight_sessions(graph):
    parts = dict(graph.stated("PART_OF", MANILA))
    sessions = {
        str(node.properties["code"]): node.id
        for node in graph.among("Session", MANILA)
        if node.id in parts
    }
    assert sorted(sessions) == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3", "4"]
    for code, id in sessions.items():
        home = MANILA if code == "4" else f"roundtable:{short(MANILA)}/{code[0]}"
        assert parts[id] == home


def test_manila_asks_three_questions_in_each_of_seven_sessions(graph):
    codes = sorted(str(node.properties["code"]) for node in graph.among("Question", MANILA))
    assert codes == [
        f"{session}-{n}"
        for session in ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3")
        for n in (1, 2, 3)
    ]


def test_manila_names_seven_countries_and_two_processes(graph):
    assert {short(id) for id in graph.ids("Country", MANILA)} == {
        *("bgd", "esp", "mar", "mus", "gbr", "fin", "swe")
    }
    assert len(graph.ids("RCP", MANILA)) == 2
    assert "rcp:bali-process" in graph.ids("RCP", MANILA)


def test_manila_says_who_did_what(graph):
    done = {
        (short(source), type, graph.nodes[target].name)
        for type in DOING
        for source, target in graph.stated(type, MANILA)
    }
    said = {(who, type) for who, type, _ in done}
    assert said == {
        ("bgd", "LED"),
        ("esp", "PREPARED"),
        ("mar", "PREPARED"),
        ("mus", "ORGANISED"),
        ("european-commission", "ORGANISED"),
        ("gbr", "CONDUCTED"),
        ("global-health-workforce-alliance", "CONDUCTED"),
        ("fin", "ORGANISED"),
        ("fin", "CONDUCTED"),
        ("swe", "CONDUCTED"),
    }
    assert ("swe", "CONDUCTED", "follow-up survey of governments") in done
    assert {
        graph.nodes[t].properties.get("status")
        for type in DOING
        for _, t in graph.stated(type, MANILA)
    }.pop() == "completed"


def test_manila_builds_on_brussels(graph):
    built = {
        (short(s).rpartition("/")[2], graph.nodes[t].name)
        for s, t in graph.stated("BUILDS_ON", MANILA)
    }
    assert built >= {
        ("1", "Brussels RT 1"),
        ("1", "Brussels RT 2"),
        ("2", "Brussels RT 1"),
        ("3", "Brussels RT 3"),
        ("1.2", "Brussels RT 2"),
        ("3.3", "Brussels RT 3"),
    }
    complements = {(short(s)[-3:], short(t)[-3:]) for s, t in graph.stated("COMPLEMENTS", MANILA)}
    assert complements == {("2.2", "2.1")}


def test_brussels_is_the_matrix_only_by_inference(graph):
    same = [edge for edge in graph.edges if edge.type == "SAME_AS"]
    assert {(edge.source.rpartition("/")[2], edge.target.rpartition("/")[2]) for edge in same} == {
        ("brussels-rt-1", "1"),
        ("brussels-rt-2", "2"),
        ("brussels-rt-3", "3"),
    }
    assert {item.basis for edge in same for item in edge.evidence} == {"inferred"}


# The summary of the co-facilitators


def test_the_summary_has_eighty_one_recommendations_in_nine_areas(graph):
    under = Counter(
        target.rpartition("/")[2]
        for source, target in graph.stated("UNDER", SUMMARY)
        if source.startswith("recommendation:")
    )
    assert under == {"a": 7, "b": 6, "c": 15, "d": 14, "e": 9, "f": 15, "g": 4, "h": 6, "i": 5}
    six = graph.nodes[f"recommendation:{short(SUMMARY)}/f6"]
    assert six.name.startswith("Strengthen consular support to help migrants to open bank accounts")
    assert six.properties["code"] == "f6"


def test_the_summary_has_four_panels_of_one_meeting(graph):
    parts = [(s, t) for s, t in graph.stated("PART_OF", SUMMARY) if s.startswith("session:")]
    (meeting,) = {t for _, t in parts if t.startswith("session:")}
    panels = {s for s, t in parts if t == meeting}
    assert sorted(str(graph.nodes[id].properties["code"]) for id in panels) == ["1", "2", "3", "4"]
    assert graph.nodes[meeting].properties["date"] == "2017-07-24/2017-07-25"
    moderated = Counter(t for _, t in graph.stated("MODERATED", SUMMARY))
    assert set(moderated) < panels
    assert len(moderated) == 3


def test_the_summary_names_seventeen_people_with_roles_and_affiliations(graph):
    people = {node.name: node for node in graph.among("Person", SUMMARY)}
    assert len(people) == 17
    assert set(people) >= {
        "Peter Thomson",
        "Juan José Gómez Camacho",
        "Oscar A. Chacón",
        "Marta Foresti",
    }
    assert all(node.properties.get("role") for node in people.values())
    affiliated = {source for source, _ in graph.stated("AFFILIATED_WITH", SUMMARY)}
    assert len(affiliated) == 16
    countries = {
        (graph.nodes[s].name, short(t))
        for s, t in graph.stated("AFFILIATED_WITH", SUMMARY)
        if t.startswith("country:")
    }
    assert countries == {
        ("Juan José Gómez Camacho", "mex"),
        ("Jürg Lauber", "che"),
        ("Hisham Badr", "egy"),
        ("Nabeel Munir", "pak"),
        ("Amanuel Giorgio", "eri"),
    }


def test_the_summary_names_six_countries_and_no_city_makes_one(graph):
    assert {short(id) for id in graph.ids("Country", SUMMARY)} == {
        "mex",
        "che",
        "egy",
        "pak",
        "eri",
        "ken",
    }


def test_the_summary_names_thirty_two_organisations(graph):
    names = {
        node.name for label in ("Agency", "Organisation") for node in graph.among(label, SUMMARY)
    }
    assert names >= {
        "Africa-Europe Diaspora Development Platform",
        "Bertelsmann Stiftung",
        "African Institute for Remittances",
        "Global Skill Partnerships",
        "International Day of Family Remittances",
        "Stanford University",
    }
    assert not any(
        "facility for migration" in name or "global multi-stakeholder" in name for name in names
    )
    assert len(names) == 32


def test_the_summary_discusses_the_target_on_remittance_costs(graph):
    assert "objective:sdg-10.c" in {t for _, t in graph.stated("DISCUSSES", SUMMARY)}


# All five


def test_documents_carry_the_dates_they_print(graph):
    dates = {
        id: graph.nodes[id].properties.get("date") for id in (MATRIX, MANILA, SUMMARY, REVIEW, NOTE)
    }
    assert dates == {
        MATRIX: None,
        MANILA: None,
        SUMMARY: "2017-08-09",
        REVIEW: "2020-11-12",
        NOTE: None,
    }


def test_the_same_thing_in_two_documents_is_one_node(graph):
    home: dict[str, set[str]] = {}
    for edge in graph.edges:
        for item in edge.evidence:
            home.setdefault(edge.source, set()).add(item.document)
    assert {MATRIX, SUMMARY} <= home["agency:iom"]
    assert len([id for id in graph.nodes if id.startswith("agency:") and "iom" in id]) == 1


def test_every_statement_stands_in_its_document_in_words_that_name_both_ends(graph):
    assert all(item.quote for edge in graph.edges for item in edge.evidence)
    alone = [
        edge
        for edge in graph.edges
        if not edge.target.startswith("document:")
        and any(len(item.quote.split()) < 2 for item in edge.evidence)
    ]
    assert alone == []
