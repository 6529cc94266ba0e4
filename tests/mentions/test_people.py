"""People and their offices: roles as printed, bodies by table or by shape, towns that are none."""

import pytest

from partnergraph.document.laid import Laid
from partnergraph.document.words import Text
from partnergraph.mentions import people
from partnergraph.mentions.offices import posts
from partnergraph.names import names
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.verify import verify

Held = list[tuple[str, str | None]]


def held(office: str, beside: str = "") -> Held:
    found = posts(office, names(), beside or None)
    texts = [beside if post.beside else office for post in found]
    bodies = [
        text[p.start : p.stop] if p.named else None for text, p in zip(texts, found, strict=True)
    ]
    return [(post.role, body) for post, body in zip(found, bodies, strict=True)]


def seen(line: str, unaddressed: bool = False) -> list[str]:
    return [line[slice(*each.name)] for each in people.seen(line, unaddressed)]


def affiliations(line: str) -> set[tuple[str, str, object]]:
    text = Text.of(line, "list.txt")
    draft = Draft(text, names())
    page = Page(Laid(text, ()), draft)
    for mention in page.named(text.passage(0)):
        if mention.what == "person":
            page.person(mention, text.passage(0))
    extraction = draft.finish()
    verify(extraction, text)
    called = {node.id: node.name for node in extraction.nodes}
    return {
        (called[edge.source], edge.target, edge.properties.get("role"))
        for edge in extraction.edges
        if edge.type == "AFFILIATED_WITH"
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ms. Ana Ruiz, Director, ILO", "Ana Ruiz"),
        ("H.E. Mr. Nguyễn Văn An, Deputy Minister", "Nguyễn Văn An"),
        ("Dr. Jean d’Aspremont – University of Manchester", "Jean d’Aspremont"),
        ("Prof. Żaneta Łuczak-Šimić (IOM)", "Żaneta Łuczak-Šimić"),
        ("S.E. M. Mohamed Sahnoun, Ministre", "Mohamed Sahnoun"),
        ("Intervenant : M. Amadou Bâ, Directeur", "Amadou Bâ"),
        ("Mme Catherine Wihtol de Wenden, CNRS", "Catherine Wihtol de Wenden"),
        ("Sra. María de los Ángeles Pérez, Directora", "María de los Ángeles Pérez"),
        ("Mr. Ould Ahmed Salem, Minister", "Ould Ahmed Salem"),
        ("Mr. Oscar A. Chacón, Co-Founder", "Oscar A. Chacón"),
        ("Sheikh Khalid bin Ahmed al-Khalifa, Undersecretary", "Khalid bin Ahmed al-Khalifa"),
        ("Dr. Khalid Koser MBE, Executive Director", "Khalid Koser"),
        ("Her Excellency Ms. Li Wei, Ambassador", "Li Wei"),
        ("Ms. Ana Ruiz Director of research", "Ana Ruiz"),
    ],
)
def test_names_behind_a_form_of_address(line: str, name: str) -> None:
    assert seen(line) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Ambassador Permanent Representative of Mexico",
        "Professor Emeritus of the University",
        "Mr. Chair, distinguished delegates",
        "The Hon. University Council of Ghana",
        "Ana Ruiz, Director, ILO",
        "New York Mr. said so",
    ],
)
def test_offices_and_bodies_are_no_names(line: str) -> None:
    assert seen(line) == []


def test_names_without_address_are_read_only_where_people_stand() -> None:
    line = "Jane Doe (ILO), John Smith-Ruiz (IOM) and Ana Ruiz (UNHCR)"
    assert seen(line, unaddressed=True) == ["Jane Doe", "John Smith-Ruiz", "Ana Ruiz"]
    assert seen("Jane Doe, Director, ILO", unaddressed=True) == ["Jane Doe"]
    assert seen("Lively debate on data", unaddressed=True) == []


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("Executive Director of the Sahel Diaspora Platform (SDP)", [
            ("Executive Director", "Sahel Diaspora Platform"),
        ]),
        ("Director, Conditions of Work and Equality Department, ILO", [
            ("Director, Conditions of Work and Equality Department", "ILO"),
        ]),
        ("Director General of IOM", [("Director General", "IOM")]),
        ("Manager, Tata Institute of Social Sciences, Mumbai", [
            ("Manager", "Tata Institute of Social Sciences"),
        ]),
        ("Labour Economist, International Labour Office, Geneva", [
            ("Labour Economist", "International Labour Office"),
        ]),
        ("Senior Project Manager, Bertelsmann Stiftung", [
            ("Senior Project Manager", "Bertelsmann Stiftung"),
        ]),
        ("Director, Global Compact for Migration, IOM", [
            ("Director, Global Compact for Migration", "IOM"),
        ]),
        ("IOM and University of São Paulo", [("", "IOM"), ("", "University of São Paulo")]),
        ("University of Oxford", [("", "University of Oxford")]),
        ("Universidad de Buenos Aires", [("", "Universidad de Buenos Aires")]),
        ("Directrice, Observatoire ACP sur les migrations, Bruxelles", [
            ("Directrice", "Observatoire ACP sur les migrations"),
        ]),
        ("Executive Director, Berlin", [("Executive Director, Berlin", None)]),
        ("Mayor of Montréal", [("Mayor of Montréal", None)]),
        ("Minister for Labour, Employment and Social Security of Nepal", [
            ("Minister for Labour, Employment and Social Security of Nepal", "Nepal"),
        ]),
        ("Undersecretary of Human Rights, Population and Migration, SEGOB", [
            ("Undersecretary of Human Rights, Population and Migration", "SEGOB"),
        ]),
        ("Coordinator for the Harbour Declaration", [
            ("Coordinator for the Harbour Declaration", None),
        ]),
        ("UN Special Rapporteur on the human rights of migrants", [
            ("UN Special Rapporteur on the human rights of migrants", None),
        ]),
    ],
)  # fmt: skip
def test_posts(office: str, expected: Held) -> None:
    assert held(office) == expected


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("Minister of Foreign Affairs, Ecuador", "Ecuador"),
        ("Ambassador of Japan to Kenya", "Japan"),
        ("Ambassadeur de France au Mali", "France"),
        ("Deputy Minister of Labour of Viet Nam", "Viet Nam"),
        ("Adviser, Ministry of Labour of Qatar", "Qatar"),
        ("Ministra de Trabajo, Perú", "Perú"),
        ("Representative, UNHCR, Kenya", None),
        ("Director, Institute of Statistics, Germany", None),
        ("Professor, Paris, Texas", None),
    ],
)
def test_who_represents_a_state(office: str, state: str | None) -> None:
    bodies = [body for _, body in held(office) if body]
    countries = [body for body in bodies if names().resolve(body, "Country")]
    assert countries == ([state] if state else [])


def test_brackets_behind_a_name_say_where_it_belongs() -> None:
    assert held("", "ILO") == [("", "ILO")]
    assert held("", "Qatar") == [("", "Qatar")]
    assert held("Chief of Section", "UNESCO") == [("Chief of Section", "UNESCO")]
    assert held("", "via video link") == []
    assert affiliations("Mr. Ryszard Kowalski (ILO), Ms. Ana Ruiz (Peru) and Dr. Li Wei") == {
        ("Ryszard Kowalski", "agency:ilo", None),
        ("Ana Ruiz", "country:per", None),
    }


def test_no_country_comes_from_a_name_or_a_body() -> None:
    line = "Mr. Chad Smith, Director, Jordan Valley Savings Union; Ms. India Reynolds, Director"
    found = affiliations(line)
    assert {(who, where) for who, where, _ in found} == {
        ("Chad Smith", "organisation:jordan-valley-savings-union")
    }
