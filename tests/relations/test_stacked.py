"""Labels on lines of their own, and lines or items that say who the names below them are."""

import pytest

from partnergraph.pipeline.load import read_document


def role(has):
    return "former" if has.get("ended") else has.get("role")


@pytest.fixture
def read(tmp_path):
    """What a page says: its relationships by names, with their role."""

    def of(text, name):
        page = tmp_path / name
        page.write_text(text, encoding="utf-8")
        found = read_document(page)[1].finish()
        names = {n.id: n.properties.get("acronym", n.name) for n in (*found.nodes, found.document)}
        said = [e for e in found.edges if e.type not in ("RECORDED_IN", "MENTIONED_IN", "CITES")]
        return {(names[e.source], e.type, role(e.properties), names[e.target]) for e in said}

    return of


def test_labels_alone_on_their_lines_say_what_stands_below_them(read):
    facts = read(
        "PROJECT CARD 3\n\nProject title\nFerry safety for crossing workers\nImplementing agency\n"
        "Baltic Institute\nPartners\nUNICEF\nILO\nDonor\nFinland\nCountry\nEstonia\nLatvia\n"
        "Reference\nMay 2031\n",
        "card.txt",
    )
    title = "Ferry safety for crossing workers"
    assert facts == {
        ("Baltic Institute", "IMPLEMENTS", None, title),
        ("UNICEF", "CONTRIBUTES_TO", None, title),
        ("ILO", "CONTRIBUTES_TO", None, title),
        ("Finland", "FUNDS", None, title),
        (title, "LOCATED_IN", None, "Estonia"),
        (title, "LOCATED_IN", None, "Latvia"),
    }


def test_lines_without_a_word_for_who_does_it_are_no_card(read):
    assert read("Country\nEstonia\nTitle\nA guide for ferries\n", "page.txt") == set()


def test_a_line_over_a_list_says_who_its_items_are(read):
    facts = read(
        "# Forum of Port Cities\n\n**Chair**\n- Ghana\n\n**Members**\n- Togo\n- Benin\n\n"
        "**Former members**\n- Gabon\n\n**Candidates**\n- Mali\n",
        "page.md",
    )
    assert {fact[:3] for fact in facts} == {
        ("Ghana", "MEMBER_OF", "chair"),
        ("Togo", "MEMBER_OF", "member"),
        ("Benin", "MEMBER_OF", "member"),
        ("Gabon", "MEMBER_OF", "former"),
    }


@pytest.mark.parametrize(
    ("title", "members", "observers", "others"),
    [
        ("Working Group on Ports", "Members", "Observers", "To be confirmed"),
        ("Comité de suivi des ports", "Membres", "Observateurs", "À confirmer"),
        ("Grupo de Trabajo sobre Puertos", "Miembros", "Observadores", "Por confirmar"),
    ],
)
def test_an_item_says_who_the_items_below_it_are(read, title, members, observers, others):
    facts = read(
        f"# {title}\n\n- {members}:\n  - ILO\n  - UNICEF\n- {observers}:\n  - Chile\n"
        f"- {others}:\n  - WHO\n",
        "page.md",
    )
    assert facts == {
        ("ILO", "MEMBER_OF", "member", title),
        ("UNICEF", "MEMBER_OF", "member", title),
        ("Chile", "MEMBER_OF", "observer", title),
    }


def test_brackets_say_who_of_a_list_is_no_member(read):
    facts = read(
        "# Forum of Port Cities\n\n## Members\n- Chile\n- Georgia (observer)\n- Peru (Observer)\n",
        "page.md",
    )
    assert {fact[:3] for fact in facts} == {
        ("Chile", "MEMBER_OF", "member"),
        ("Georgia", "MEMBER_OF", "observer"),
        ("Peru", "MEMBER_OF", "observer"),
    }


@pytest.mark.parametrize(
    ("lead", "members"),
    [
        ("The member countries of the Bali Process are:", {"Chile", "Peru"}),
        ("The following States are members of the Bali Process:", {"Chile", "Peru"}),
        ("Les États membres de la CEDEAO sont :", {"Chile", "Peru"}),
        ("The members of the Bali Process discussed:", set()),
        ("The following States are not members of the Bali Process:", set()),
    ],
)
def test_a_line_that_ends_in_a_colon_says_who_the_names_below_it_are(read, lead, members):
    facts = read(f"# A note on ports\n\n{lead}\n\n- Chile\n- Peru\n", "page.md")
    assert {fact[0] for fact in facts if fact[1] == "MEMBER_OF"} == members
