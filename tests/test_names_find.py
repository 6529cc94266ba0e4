"""Names within running text: what is named, and what only looks like a name."""
# ruff: noqa: E501  rows of examples are read across

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partnergraph.document.words import Text
from partnergraph.names import names
from partnergraph.readers import read

SEEDS = Path(__file__).parent.parent / "seeds"


def whole(content):
    text = Text.of(content)
    return text.passage(0, len(text.lines) - 1)


def find(content, *labels):
    return [(f.entity.id, f.words.text) for f in names().find(whole(content), *labels)]


def countries(content):
    return [f.entity.properties["iso3"] for f in names().find(whole(content), "Country")]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Permanent Representative of Mexico to the United Nations", ["MEX"]),
        ("PERMANENT MISSION OF MEXICO\nTO THE UNITED NATIONS", ["MEX"]),
        ("Ambassador and Permanent Representative of\nSwitzerland to the United Nations", ["CHE"]),
        ("Chargé d'affaires of the Permanent Mission of Eritrea to the United Nations", ["ERI"]),
        ("Government of Finland", ["FIN"]),
        ("the Governments of Finland and Sweden", ["FIN", "SWE"]),
        ("Assistant Minister of Foreign Affairs for Multilateral Affairs and International Security of the Arab Republic of Egypt", ["EGY"]),
        ("Ministry of Labour of Ghana", ["GHA"]),
        ("Guadalajara, Mexico", ["MEX"]),
        ("Banking by telephone began in Kenya ten years ago.", ["KEN"]),
        ("a survey by Finland and Sweden,", ["FIN", "SWE"]),
        ("Finland & Sweden; Trinidad & Tobago", ["FIN", "SWE", "TTO"]),
        ("led by Bangladesh and other partners.", ["BGD"]),
        ("the Spanish and Moroccan governments", ["ESP", "MAR"]),
        ("the workshop by the Mauritian Government and the EC", ["MUS"]),
        ("the evaluations of the UK and the Global Health Workforce Alliance", ["GBR"]),
        ("Kenya’s diaspora; the Philippines' experience", ["KEN", "PHL"]),
        ("(Kenya), “Ghana”: Benin – Togo. Mali/Niger", ["KEN", "GHA", "BEN", "TGO", "MLI", "NER"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
        ("South Sudan and Sudan", ["SSD", "SDN"]),
        ("Dominican Republic, Dominica", ["DOM", "DMA"]),
        ("Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea", ["PNG", "GNQ", "GNB", "GIN"]),
        ("the Democratic Republic of the Congo and the Republic of the Congo", ["COD", "COG"]),
        ("Republic of Korea, Democratic People’s Republic of Korea", ["KOR", "PRK"]),
        ("the Netherlands, the Gambia and The Bahamas", ["NLD", "GMB", "BHS"]),
        ("the U.S. and the U.K.", ["USA", "GBR"]),
        ("visitors from the United States of America", ["USA"]),
        ("Bolivia (Plurinational State of), Chile", ["BOL", "CHL"]),
        ("LABOUR MIGRATION FROM BANGLADESH AND NEPAL", ["BGD", "NPL"]),
        ("Filipino nurses, Nigerian and Nigerien workers", ["PHL", "NGA", "NER"]),
        ("le Gouvernement du Mali et la République de Côte d’Ivoire", ["MLI", "CIV"]),
        ("el Gobierno de México y España", ["MEX", "ESP"]),
        ("زار مصر", ["EGY"]),
        ("Prime Minister of Bangladesh, King of Jordan", ["BGD", "JOR"]),
        ("at the initiative of Morocco", ["MAR"]),
        ("Armenia, Georgia and Azerbaijan; in Georgia", ["ARM", "GEO", "AZE", "GEO"]),
        ("Consulate General of Finland, Ministry of Social Affairs of Sweden", ["FIN", "SWE"]),
        ("the Republic of Moldova and Romania", ["MDA", "ROU"]),
        ("Embassy of the Kingdom of Morocco", ["MAR"]),
        ("Congo, Dem. Rep., Korea, Rep. and Iran, Islamic Rep.", ["COD", "KOR", "IRN"]),
        ("Sudan, South Africa and Sudan, South Sudan", ["SDN", "ZAF", "SDN", "SSD"]),
        ("Armenia, Georgia, USA and Canada", ["ARM", "GEO", "USA", "CAN"]),
        ("Czech Republic, Georgia; Costa Rica, Georgia", ["CZE", "GEO", "CRI", "GEO"]),
        ("Serbia and Montenegro signed in 2004", ["SCG"]),
        ("Albania, Serbia and Montenegro met in 2004", ["ALB", "SRB", "MNE"]),
        ("Serbia and Montenegro met in 2019", ["SRB", "MNE"]),
        ("Ma\u00ad\nlawi, Per\u00fa and Peru\u0301, Co\u0302te d\u00b4Ivoire", ["MWI", "PER", "PER", "CIV"]),
        ("by \u202bMorocco\u202c and \ufeffSpain", ["MAR", "ESP"]),
        ("the Government of Kosovo", ["XKX"]),
    ],
)  # fmt: skip
def test_countries_named(text, iso3):
    assert countries(text) == iso3


@pytest.mark.parametrize(
    "text",
    [
        "business incubators for Nigerianas",
        "New York, New Mexico, Mexico City, Kuwait City, Panama City, Guatemala City, Jersey City",
        "Addis Ababa Action Agenda, Brussels RT 3, Geneva, Tunis, Algiers",
        "Jordan Valley Savings Union",
        "Michael Jordan said", "MICHAEL JORDAN SAID", "Mr. Chad spoke", "A. Jordan", "Jordan B. Peterson", "Jordan D. Smith", "Chad Smith",
        "Bank of Mauritius", "Central Bank of the Philippines", "the university of Malta", "University of Malta and Gozo",
        "Kenya Red Cross", "KENYA RED CROSS", "Georgia Institute of Technology",
        "Association of Women of Kenya", "Friends of Ghana", "Chamber of Commerce of Togo and Benin",
        "Gulf of Mexico, Gulf of Guinea, Port of Spain, the Niger delta, Jordan river",
        "Mexico-Guatemala corridor, Kenya–Uganda border, Jordan & Sons, Smith & Jordan",
        "Banque centrale du Liban, Universidad Nacional Autónoma de México, Croix-Rouge du Bénin",
        "www.kenya.org, Kenya@un.org, https://x.org/Kenya, #Kenya, Kenya.gov",
        "turkey with china, chad, mali, us and it", "contact US", "IT IN ME",
        "Congolese, Korean, Dominican, Guinean and American citizens",
        "100 Canadian dollars", "Swiss Agency for Development and Cooperation", "French Red Cross",
        "Korea, America, Virgin Islands", "Réunion du groupe", "Maurice et Dominique", "Granada", "تونس", "بنك لبنان",
        "Representative of the Human Rights Commission of Kenya", "President of the Law Society of Kenya",
        "Trade Union Confederation of Ghana, Revenue Authority of Togo", "Republic of China", "Atlanta, Georgia",
        "Mauricio y Guadalupe", "the Central African countries",
        "The state of Georgia, the State of Mexico, the province of Luxembourg, the city of Guatemala",
        "Georgia (USA), Savannah, Georgia, USA and Ireland, Northern", "Peru, Indiana and Lebanon (Ohio)", "Cuba, New York", "Savannah (Georgia)",
        "New Jersey, West Papua, Lake Malawi, Guinea worm, India ink, a Panama hat, Brazil nuts",
        "Turkey and guinea fowl are kept.", "the former Soviet Union and ex-Yugoslavia",
        "Northern Ireland", "Afro-Brazilian", "UK Home Office", "GFMD Mexico 2010",
    ],
)  # fmt: skip
def test_countries_not_named(text):
    assert countries(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IOM, UN-DESA,\nUNDP", [("agency:iom", "IOM"), ("agency:un-desa", "UN-DESA"), ("agency:undp", "UNDP")]),
        ("the IOM-UNDP programme", [("agency:iom", "IOM"), ("agency:undp", "UNDP")]),
        ("IOM/UNHCR and WHO", [("agency:iom", "IOM"), ("agency:unhcr", "UNHCR"), ("agency:who", "WHO")]),
        ("UN Network on Migration Policy Brief", [("organisation:un-network-on-migration", "UN Network on Migration")]),
        ("the World Bank's database", [("agency:world-bank", "World Bank")]),
        ("the “Bali Process”,", [("rcp:bali-process", "Bali Process")]),
        ("such as the 5 plus 5 and the 5+5", [("rcp:5-plus-5", "5 plus 5"), ("rcp:5-plus-5", "5+5")]),
        ("SDG target 8.8 and SDG 10.c.", [("objective:sdg-8.8", "SDG target 8.8"), ("objective:sdg-10.c", "SDG 10.c")]),
        ("(GCM Objective 16) not 160", [("objective:gcm-16", "GCM Objective 16")]),
        ("the global compact for safe, orderly and\nregular migration", [("instrument:gcm", "global compact for safe, orderly and regular migration")]),
        ("Promote faster, safer & cheaper transfer of remittances & foster financial inclusion of migrants",
         [("objective:gcm-20", "Promote faster, safer & cheaper transfer of remittances & foster financial inclusion of migrants")]),
        ("International Organization for Migration (IOM)", [("agency:iom", "International Organization for Migration"), ("agency:iom", "IOM")]),
        ("WHO DECIDES? WHO BENEFITS", []),
        ("a regional conference on migration, the world bank, iom and Iom", []),
        ("Commonwealth Code of Practice for the International Recruitment of Health Workers",
         [("instrument:commonwealth-code-of-practice", "Commonwealth Code of Practice for the International Recruitment of Health Workers")]),
        ("WHO UNDP\nUN", [("agency:who", "WHO"), ("agency:undp", "UNDP"), ("organisation:united-nations", "UN")]),
        ("to ADD a PAM or a BIT", []),
        ("WHO does WHAT. State WHO pays, not only WHO signs. Those WHO came", []),
        ("It shows WHO funded the course and WHO prepared the manual", []),
        ("funded by WHO. In 2019 WHO published it; WHO guidelines", [("agency:who", "WHO")] * 3),
        ("UN\u200bHCR, UN\u00adFPA, \uff29\uff2f\uff2d and I O M", [("agency:unhcr", "UN\u200bHCR"), ("agency:unfpa", "UN\u00adFPA"), ("agency:iom", "\uff29\uff2f\uff2d"), ("agency:iom", "I O M")]),
        ("\u0418OM and I\u041eM", []),
    ],
)  # fmt: skip
def test_other_names(text, expected):
    assert find(text) == expected


def test_how_a_thing_is_named():
    there = names().find(whole("Mauritian officials, the UK and Kenya"))
    assert [f.how for f in there] == ["adjective", "acronym", "name"]


def test_labels_restrict_what_is_found_but_longer_names_still_hide_shorter_ones():
    text = "IOM and the Commonwealth of Dominica joined the Puebla Process"
    assert find(text, "Agency") == [("agency:iom", "IOM")]
    assert find(text, "RCP", "Country") == [
        ("country:dma", "Commonwealth of Dominica"),
        ("rcp:puebla-process", "Puebla Process"),
    ]
    assert find("UN Network on Migration", "Agency") == []


LIST = "it was led by Bangladesh, Côte d’Ivoire and the Republic\nof Korea with UN-DESA,\nthe International\nOrganization for Migration and the Bali\nProcess."
NAMED = ["country:bgd", "country:civ", "country:kor", "agency:un-desa", "agency:iom", "rcp:bali-process"]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\f"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n", "\n      "),
        lambda text: text.replace(" ", "\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("’", "'"),
        lambda text: text.replace("UN-DESA", "UN\u2011DESA"),
    ],
)
def test_layout_changes_nothing(change):
    assert [id for id, _ in find(change(LIST))] == NAMED


def test_found_words_remember_their_lines():
    there = names().find(whole(LIST))
    assert [f.words.numbers for f in there] == [[1], [1], [1, 2], [2], [3, 4], [4, 5]]


def seed_ids(file, *labels):
    text = read(SEEDS / file).text
    passage = text.passage(0, len(text.lines) - 1)
    return {f.entity.id.partition(":")[2] for f in names().find(passage, *labels)}


@pytest.mark.parametrize(
    ("file", "iso3"),
    [
        ("gfmd-2007-activities-matrix.txt", set()),
        ("gcm-review-2020-roundtable-1.txt", set()),
        ("gfmd-2020-partnerships-note.txt", set()),
        ("gfmd-2008-roundtable-themes.txt", {"bgd", "esp", "mar", "mus", "gbr", "fin", "swe"}),
        ("gcm-2017-thematic-session-4-summary.txt", {"mex", "che", "egy", "pak", "eri", "ken"}),
    ],
)
def test_countries_of_the_real_documents(file, iso3):
    assert seed_ids(file, "Country") == iso3


def test_agencies_and_processes_of_the_real_documents():
    assert seed_ids("gfmd-2007-activities-matrix.txt", "Agency") == {"iom", "undp", "unhcr", "unfpa", "unodc", "un-desa"}  # fmt: skip
    assert seed_ids("gfmd-2008-roundtable-themes.txt", "RCP") == {"bali-process", "5-plus-5"}
    assert seed_ids("gfmd-2007-activities-matrix.txt", "RCP") == {"puebla-process"}
    assert seed_ids("gcm-2017-thematic-session-4-summary.txt", "Agency") == {"iom", "undp", "ifad", "ilo", "world-bank"}  # fmt: skip
    objectives = seed_ids("gcm-review-2020-roundtable-1.txt", "Objective")
    assert objectives == {f"gcm-{number}" for number in (14, 15, 16, 19, 20, 22)}
    assert seed_ids("gfmd-2020-partnerships-note.txt", "Objective") == {"sdg-10.7", "sdg-8.8", "sdg-16.9"}  # fmt: skip


def test_the_matrix_names_agencies_131_times():
    text = read(SEEDS / "gfmd-2007-activities-matrix.txt").text
    assert len(names().find(text.passage(0, len(text.lines) - 1), "Agency")) == 131


PIECES = st.sampled_from(
    ["Kenya", "IOM", "Niger", "UN", "DESA", "the", "of", "Bank", "-", " ", " ", "\n", "’s", "&", "5", "+", "(", ")", ".", "é", "ria", "Côte d’Ivoire", "World", "Process", "Bali", "مصر", "\u0301"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
@example("United Nations Development Programme")
@example("½ Kenya ½")
def test_found_words_are_whole_words_in_order_and_resolve_to_what_was_found(content):
    passage = whole(content)
    text, place = passage.text, 0
    for found in names().find(passage):
        printed = found.words.text
        there = re.compile(rf"(?<![^\W_]){re.escape(printed)}(?![^\W_])").search(text, place)
        assert there, printed
        place = there.end()
        if found.how != "adjective":
            assert names().resolve(printed) == found.entity


UNSEEN = "\u115f\u1160\u3164\uffa0"
"""Letters that nobody sees: what they stand beside is read as if they were absent."""
SEEN = st.characters(categories=("L", "Nd"), exclude_characters=UNSEEN)


@given(st.sampled_from(["Kenya", "Cuba", "IOM", "Bali Process", "Niger"]), SEEN, SEEN)
def test_a_letter_or_digit_at_either_end_hides_a_name(name, before, behind):
    assert find(f"in {before}{name} it") == []
    assert name not in [words for _, words in find(f"in {name}{behind} it")]


@pytest.mark.parametrize(
    "hostile",
    ["", " ", "\x00", "\ufeff", "🇰🇪", "((((", "&&&&", "of of of of", "the " * 3000, "Permanent Zimbo " * 3000 + "of Kenya", "Bank of " * 2000 + "Kenya", "Kenya " * 3000, "&" * 5000],
)  # fmt: skip
def test_hostile_text_names_nothing(hostile):
    assert find(hostile) == []
    assert names().resolve(hostile) is None or hostile.strip() == "Kenya"
