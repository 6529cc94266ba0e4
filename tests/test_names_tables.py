"""The reference tables: every form names its own entity, and only that."""
# ruff: noqa: E501  rows of examples are read across

from collections import Counter, defaultdict
from pathlib import Path

import pycountry
import pytest

from partnergraph.document.words import Text
from partnergraph.lexicon.data import read
from partnergraph.names import names
from partnergraph.names.tables import TABLES, Form, forms, rows
from partnergraph.names.words import key
from partnergraph.records.ids import fold
from partnergraph.records.vocabulary import vocabulary

ROOT = Path(__file__).parent.parent
ALL = [form for table in TABLES for entity, row in rows(table) for form in forms(entity, row)]
SCANNED = [form for form in ALL if not form.whole]


# Named as one in its years only (tests/test_names_find.py).
TWO_TODAY = {"serbia and montenegro", "serbia & montenegro", "serbia y montenegro", "serbie et monténégro"}  # fmt: skip


def found(text, *labels):
    return names().find(Text.of(text).passage(0), *labels)


def test_every_form_resolves_to_its_own_entity():
    wrong = [
        form.text
        for form in ALL
        if form.how != "adjective" and names().resolve(form.text, form.entity.label) != form.entity
    ]
    assert wrong == []


def test_every_form_resolves_whatever_its_case_and_without_a_label():
    for form in ALL:
        if form.how != "adjective":
            assert names().resolve(f" {form.text.upper()} ") == form.entity, form.text
            assert names().resolve(form.text.lower()) == form.entity, form.text


def test_every_scanned_form_is_found_in_running_text_as_it_is_printed():
    wrong = []
    for form in SCANNED:
        there = found(f"it was said that {form.text}, among others, agreed.")
        if form.text.casefold() in TWO_TODAY:
            continue
        if [(f.entity, f.words.text) for f in there] != [(form.entity, form.text)]:
            wrong.append((form.text, there))
    assert wrong == []


def test_no_whole_form_is_found_in_running_text():
    whole = {key(form.text) for form in ALL if form.whole} - {key(form.text) for form in SCANNED}
    for form in ALL:
        if key(form.text) in whole:
            exact = [
                f for f in found(f"it was said that {form.text}, too.") if f.words.text == form.text
            ]
            assert exact == [], form.text


def test_no_key_names_two_entities():
    owners = defaultdict(set)
    for form in ALL:
        owners[key(form.text)].add(form.entity.id)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_no_form_is_empty_or_printed_twice():
    for table in TABLES:
        for entity, row in rows(table):
            printed = [f.text for f in forms(entity, row) if f.how != "adjective"]
            assert len(printed) == len(set(printed)), entity.id
            assert all(key(text) and text == " ".join(text.split()) for text in printed), entity.id


def test_ids_are_unique_and_say_their_label():
    entities = list(names().entities())
    assert Counter(e.id for e in entities).most_common(1)[0][1] == 1
    assert all(e.id.partition(":")[0] == e.label.casefold() for e in entities)


def test_properties_are_those_of_the_vocabulary():
    for entity in names().entities():
        assert set(entity.properties) <= set(vocabulary().label(entity.label).properties), entity.id


def test_the_countries_are_all_of_iso_3166_1():
    codes = ("iso2", "iso3", "m49")
    made = {tuple(e.properties.get(c) for c in codes) for e in names().entities("Country")}
    assert made >= {(c.alpha_2, c.alpha_3, c.numeric) for c in pycountry.countries}
    assert len(made) == 249 + len(FORMER) + 1


FORMER = {"ANT": "2010", "CSK": "1992", "DDR": "1990", "SCG": "2006", "SUN": "1991", "YMD": "1990", "YUG": "2003"}  # fmt: skip


@pytest.mark.parametrize(("iso3", "to"), FORMER.items())
def test_a_former_country_has_its_withdrawn_code_and_its_years(iso3, to):
    country = names().country(iso3)
    assert country.properties["to"] == to > country.properties["from"]
    assert pycountry.historic_countries.get(alpha_3=iso3).withdrawal_date >= to


def test_kosovo_has_the_code_that_is_used_for_it():
    kosovo = names().resolve("Kosovo")
    assert (kosovo.id, kosovo.properties["iso3"]) == ("country:xkx", "XKX")
    assert names().country("XKX") == names().resolve("Kosovo (UNSCR 1244)") == kosovo


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_iso_names_and_codes_name_the_country(country):
    wanted = f"country:{country.alpha_3.lower()}"
    for attribute in ("name", "official_name", "common_name"):
        if name := getattr(country, attribute, None):
            assert names().resolve(name, "Country").id == wanted
    for code in (country.alpha_2, country.alpha_3, country.numeric):
        assert names().country(code).id == wanted


def test_a_code_is_no_name():
    assert names().country("and") is None
    assert names().resolve("AND") is None
    assert names().resolve("BGD") is None


@pytest.mark.parametrize(
    ("form", "iso3"),
    [
        ("Maroc", "MAR"), ("Marruecos", "MAR"), ("المغرب", "MAR"),
        ("Côte d'Ivoire", "CIV"), ("Cote d’Ivoire", "CIV"), ("Ivory Coast", "CIV"),
        ("Cabo Verde", "CPV"), ("Cape Verde", "CPV"), ("Cap-Vert", "CPV"),
        ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Turquie", "TUR"), ("تركيا", "TUR"),
        ("Swaziland", "SWZ"), ("Eswatini", "SWZ"), ("Burma", "MMR"), ("Myanmar", "MMR"),
        ("Czech Republic", "CZE"), ("Czechia", "CZE"), ("Holland", "NLD"), ("The Netherlands", "NLD"),
        ("DRC", "COD"), ("Congo (Brazzaville)", "COG"), ("Congo (Brazaville)", "COG"), ("Congo", "COG"),
        ("Lao PDR", "LAO"), ("Laos", "LAO"), ("Bolivia (Plurinational State of)", "BOL"),
        ("Viet Nam", "VNM"), ("Vietnam", "VNM"), ("UK", "GBR"), ("USA", "USA"), ("US", "USA"),
        ("UAE", "ARE"), ("Republic of Korea", "KOR"), ("Corée du Nord", "PRK"),
        ("Korea, Democratic People's Republic of", "PRK"), ("Estados Unidos", "USA"),
        ("Royaume-Uni", "GBR"), ("Alemania", "DEU"), ("Allemagne", "DEU"), ("ألمانيا", "DEU"),
        ("Maurice", "MUS"), ("Trinidad & Tobago", "TTO"), ("St Lucia", "LCA"), ("Saint Lucia", "LCA"),
        ("Fédération de Russie", "RUS"), ("Arabia Saudita", "SAU"), ("فلسطين", "PSE"),
        ("Congo, Dem. Rep.", "COD"), ("Congo, Rep.", "COG"), ("Sudan, South", "SSD"),
        ("Samoa (American)", "ASM"), ("Taiwan, China", "TWN"), ("Taiwan Province of China", "TWN"),
        ("Hong Kong SAR, China", "HKG"), ("Macau SAR", "MAC"), ("China, Macao SAR", "MAC"),
        ("Iran, Islamic Rep.", "IRN"), ("Korea, Rep.", "KOR"), ("Korea, Dem. People's Rep.", "PRK"),
        ("Bahamas, The", "BHS"), ("Gambia, The", "GMB"), ("Egypt, Arab Rep.", "EGY"),
        ("Yemen, Rep.", "YEM"), ("Venezuela, RB", "VEN"), ("Micronesia, Fed. Sts.", "FSM"),
        ("Macedonia, FYR", "MKD"), ("FYROM", "MKD"), ("Moldova, Rep. of", "MDA"),
        ("Armenia, Republic of", "ARM"), ("Tanzania, United Rep. of", "TZA"),
        ("Virgin Islands (U.S.)", "VIR"), ("St. Martin (French part)", "MAF"), ("BiH", "BIH"),
        ("São Tomé e Príncipe", "STP"), ("Côte d`Ivoire", "CIV"), ("Côte d´Ivoire", "CIV"), ("Côte dʼIvoire", "CIV"),
        ("Zaire", "COD"), ("Upper Volta", "BFA"), ("Dahomey", "BEN"), ("USSR", "SUN"), ("GDR", "DDR"),
        ("Serbia and Montenegro", "SCG"), ("Netherlands Antilles", "ANT"), ("Vatican City", "VAT"),
        ("the Gambia", "GMB"), ("Palestine", "PSE"), ("Macedonia", "MKD"), ("Taiwan", "TWN"),
    ],
)  # fmt: skip
def test_names_people_use(form, iso3):
    assert names().resolve(form, "Country") == names().country(iso3)


@pytest.mark.parametrize(
    "form",
    [
        "Korea",
        "Virgin Islands",
        "America",
        "Northern Ireland",
        "Ireland, Northern",
        "Georgia (USA)",
        "Mexico (State of)",
        "Luxembourg (Province of Belgium)",
        "New Mexico",
        "West Papua",
        "New York",
        "Congolese",
        "Mexico City",
        "",
        "?",
        "Niger Delta",
    ],
)
def test_what_names_no_country(form):
    assert names().resolve(form) is None


@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("IOM", "agency:iom"), ("OIM", "agency:iom"), ("International Organisation for Migration", "agency:iom"),
        ("Organisation internationale pour les migrations", "agency:iom"),
        ("UN-DESA", "agency:un-desa"), ("UN DESA", "agency:un-desa"), ("DESA", "agency:un-desa"), ("UNDESA", "agency:un-desa"),
        ("HCR", "agency:unhcr"), ("ACNUR", "agency:unhcr"), ("UNHCR", "agency:unhcr"), ("PNUD", "agency:undp"),
        ("United Nations Development Program", "agency:undp"), ("OIT", "agency:ilo"), ("BIT", "agency:ilo"),
        ("International Labor Organization (ILO)", "agency:ilo"), ("FIDA", "agency:ifad"), ("ifad", "agency:ifad"),
        ("World Bank", "agency:world-bank"), ("Banque mondiale", "agency:world-bank"), ("BM", "agency:world-bank"),
        ("UNFPA", "agency:unfpa"), ("UNODC", "agency:unodc"), ("European Commission", "organisation:european-commission"),
        ("EC", "organisation:european-commission"), ("G20", "organisation:g20"), ("CARICOM", "organisation:caricom"),
        ("Global Forum on Migration and Development (GFMD)", "organisation:gfmd"), ("FMMD", "organisation:gfmd"),
        ("GMG", "organisation:gmg"), ("General Assembly", "organisation:general-assembly"),
        ("5+5", "rcp:5-plus-5"), ("5 plus 5", "rcp:5-plus-5"), ("5 + 5 Dialogue", "rcp:5-plus-5"),
        ("“Bali Process”", "rcp:bali-process"), ("RCM", "rcp:puebla-process"),
        ("Regional Conference on Migration", "rcp:puebla-process"), ("PAFOM", "rcp:pafom"),
        ("2030 Agenda", "instrument:2030-agenda"), ("ILO Convention No. 189", "instrument:ilo-c189"),
        ("global compact for safe, orderly and regular migration", "instrument:gcm"),
    ],
)  # fmt: skip
def test_what_specialists_write(form, id):
    assert names().resolve(form).id == id


def test_objectives_of_both_frameworks():
    frameworks = Counter(e.properties["framework"] for e in names().entities("Objective"))
    assert frameworks == {"GCM": 23, "SDG": 17 + 169}
    for number in range(1, 24):
        objective = names().objective("GCM", str(number))
        assert objective.id == f"objective:gcm-{number}"
        assert names().resolve(objective.name) == objective
        assert names().resolve(f"GCM Objective {number}") == objective
    assert names().objective("gcm", "24") is None
    assert names().objective("SDG", "10.8") is None


def test_objective_titles_are_the_official_ones():
    title = {number: names().objective("GCM", number).name for number in ("1", "16", "20", "23")}
    assert title == {
        "1": "Collect and utilize accurate and disaggregated data as a basis for evidence-based policies",
        "16": "Empower migrants and societies to realize full inclusion and social cohesion",
        "20": "Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants",
        "23": "Strengthen international cooperation and global partnerships for safe, orderly and regular migration",
    }
    target = names().objective("SDG", "10.C")
    assert target.name.startswith(
        "By 2030, reduce to less than 3 per cent the transaction costs of migrant"
    )
    assert target.properties == {"framework": "SDG", "number": "10.c"}
    assert names().objective("SDG", "14.6").name.endswith("fisheries subsidies negotiation")


def test_the_countries_table_is_what_its_script_builds(tmp_path):
    space = {"__name__": "build", "__file__": str(ROOT / "scripts/build_countries.py")}
    exec(compile((ROOT / "scripts/build_countries.py").read_text("utf-8"), "build", "exec"), space)
    space["TARGET"] = tmp_path / "countries.csv"
    space["main"]()
    kept = ROOT / "src/partnergraph/names/countries.csv"
    assert space["TARGET"].read_text("utf-8") == kept.read_text("utf-8")


def test_neighbouring_words_are_folded():
    for name, listed in read("neighbours").items():
        words = set(listed.split())
        assert {word for word in words if fold(word) != word or key(word) != word} == set(), name


def test_a_form_knows_how_it_names():
    how = {form.text: form.how for form in ALL if isinstance(form, Form)}
    assert how["UN-DESA"] == "acronym"
    assert how["Mauritian"] == "adjective"
    assert how["World Bank"] == "name"
    assert how["SDG 10.7"] == "name"


@pytest.mark.parametrize(
    ("form", "id"),
    [
        ("Organisation internationale du travail", "agency:ilo"),
        ("Haut-Commissariat pour les réfugiés", "agency:unhcr"),
        ("Agencia de la ONU para los Refugiados", "agency:unhcr"),
        ("Inter-governmental Consultations on Migration, Asylum and Refugees", "rcp:igc"),
        ("Conferencia Sudamericana de Migraciones", "rcp:csm"),
        ("Migration Dialogue for Western Africa", "rcp:midwa"),
        ("Five plus Five", "rcp:5-plus-5"),
        ("Budapest Group", "rcp:budapest-process"),
        ("Cross-Border Cooperation Process", "rcp:cbcp"),
        ("Protocole contre le trafic illicite de migrants par terre, air et mer",
         "instrument:smuggling-protocol"),
    ],
)  # fmt: skip
def test_names_in_running_text_with_capitals_or_without(form, id):
    assert [f.entity.id for f in found(f"they thanked the {form} for its work.")] == [id]


@pytest.mark.parametrize("form", ["CRM", "UA", "CEI", "OIPC", "OOPS", "ADD", "PAM", "BID"])
def test_acronyms_that_are_words_or_several_bodies_name_only_a_whole_cell(form):
    assert names().resolve(form) is not None
    assert found(f"they thanked the {form} for its work.") == []
