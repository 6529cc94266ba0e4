"""Pages of other bodies, orders and formats: what stands under what, and what is left alone."""

from collections.abc import Callable

from partnergraph.records.model import Extraction
from partnergraph.relations.draft import Draft

Read = Callable[..., tuple[Draft, Extraction]]
Facts = set[tuple[str, str, str]]


def facts(extraction: Extraction, *types: str) -> Facts:
    called = {node.id: node.name for node in (*extraction.nodes, extraction.document)}
    edges = (edge for edge in extraction.edges if edge.type in types)
    return {(edge.type, called[edge.source], called[edge.target]) for edge in edges}


def test_sessions_hold_their_questions_and_labels(read_page: Read) -> None:
    _, found = read_page(
        "<h1>Dialogue on seafarers</h1><h2>Concept note</h2>"
        "<p>The dialogue will be hosted by Kenya in Mombasa.</p>"
        "<h2>Session 1: Crew change</h2><p>Moderator: ILO</p><h3>Questions for discussion</h3>"
        "<ol><li>Who pays for repatriation?<ul><li>Flag States?</li></ul></li>"
        "<li>What works? Please share examples.</li></ol>"
        "<h2>Session 2: Wages</h2><h3>Questions for discussion</h3><ol><li>Which floor?</li></ol>",
        "note.html",
    )
    assert facts(found, "UNDER", "MODERATED") == {
        ("MODERATED", "International Labour Organization", "Crew change"),
        ("UNDER", "Who pays for repatriation?", "Crew change"),
        ("UNDER", "Flag States?", "Who pays for repatriation?"),
        ("UNDER", "What works?", "Crew change"),
        ("UNDER", "Which floor?", "Wages"),
    }


def test_recommendations_behind_all_roundtables_are_of_none(read_page: Read) -> None:
    _, found = read_page(
        "# Note d'orientation\n\n## Table ronde 1 : Retour\n\nElle fait suite à 2019.\n\n"
        "### Questions directrices\n\n- Comment financer le retour ?\n\n"
        "## Table ronde 2 : Diaspora\n\nQuestions directrices :\n\n1. Que faire ?\n2. Comment ?\n\n"
        "## Recommandations\n\n- Les États devraient créer un fonds.\n",
        "note.md",
    )
    document = found.document.name
    assert facts(found, "UNDER") == {
        ("UNDER", "Comment financer le retour ?", "Retour"),
        ("UNDER", "Que faire ?", "Diaspora"),
        ("UNDER", "Comment ?", "Diaspora"),
        ("UNDER", "Les États devraient créer un fonds.", document),
    }


def test_themes_with_questions_and_one_question_behind_its_label(read_page: Read) -> None:
    _, found = read_page(
        "BACKGROUND PAPER\n\nKey question: How can ports be kept open for crews?\n\n"
        "The paper looks at what happened in 2020 and at what was learnt from it by those who\n"
        "came home, and by those who did not.\n\nTheme 1: Ports\n\n"
        "The following questions may guide the debate:\n\na. Which ports were open, and why?\n"
        "b. What did it cost?\n\nTheme 2: Crews\n\nParticipants may wish to consider the following"
        " questions: who was\nstranded, for how long, and at whose cost?\n\n"
        "Recommendations\n\n1. IMO should set up a register.\n2. Flag States should ratify it.\n"
    )
    document = found.document.name
    assert facts(found, "UNDER", "DIRECTED_TO") == {
        ("UNDER", "How can ports be kept open for crews?", document),
        ("UNDER", "Which ports were open, and why?", "Ports"),
        ("UNDER", "What did it cost?", "Ports"),
        ("UNDER", "IMO should set up a register.", document),
        ("UNDER", "Flag States should ratify it.", document),
        ("DIRECTED_TO", "IMO should set up a register.", "International Maritime Organization"),
    }


def test_next_steps_with_who_takes_them_are_no_recommendations(read_page: Read) -> None:
    _, found = read_page(
        "Minutes of the working group on recruitment, 3 May 2023\n\n1. Discussion\n\n"
        "Delegates asked questions about fees. The question of who pays was raised by Nepal.\n\n"
        "2. Next steps\n\n- IOM to circulate the report by June\n"
        "- Philippines to host the next meeting\n"
    )
    labels = {node.label for node in found.nodes}
    assert not labels & {"Question", "Recommendation"}
    assert {source for _, source, _ in facts(found, "IMPLEMENTS")} == {
        "International Organization for Migration",
        "Philippines",
    }


def test_sentences_beside_a_list_of_recommendations_are_read(read_page: Read) -> None:
    _, found = read_page(
        "Summary of the day\n\na. Data\n\nA workshop on data was hosted by Ghana in March 2019, and"
        " many people came to it.\n\nIt was recommended to:\n\n- Train guards\n- Count ships\n"
    )
    assert {source for _, source, _ in facts(found, "HOSTED")} == {"Ghana"}
    assert {source for _, source, _ in facts(found, "UNDER")} == {"Train guards", "Count ships"}
