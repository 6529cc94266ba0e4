"""Each view of the seeds' graph shows the facts it should, by roles and names alone."""

import re

import pytest

TRAFFICKING = "Addressing Trafficking in Persons and Smuggling of Migrants"
MATRIX_FILE = "gfmd-2007-activities-matrix.txt"


def panel(page, name):
    return page.get_by_role("tabpanel", name=name)


def evidence(page):
    return page.get_by_role("region", name="Evidence")


def test_the_six_views_are_tabs_and_one_is_open_at_a_time(on_seeds):
    page = on_seeds()
    tabs = page.get_by_role("tablist", name="Views").get_by_role("tab")
    names = ["Focus", "Matrix", "Map", "Table", "Gaps", "Overlaps"]
    assert tabs.all_text_contents() == names
    for name in names:
        page.get_by_role("tab", name=name).click()
        panel(page, name).wait_for()
        assert page.get_by_role("tab", selected=True).all_text_contents() == [name]
        assert page.get_by_role("tabpanel").count() == 1


def test_focus_opens_on_the_stakeholder_with_the_most_links(on_seeds, sql):
    links = sql(
        """SELECT n.short, count(*) FROM node n JOIN edge e ON n.n IN (e.source, e.target)
           WHERE n.acts GROUP BY n.n ORDER BY 2 DESC LIMIT 1"""
    )
    assert links[0][0] == "IOM"
    page = on_seeds()
    assert page.title().startswith("IOM – ")
    panel(page, "Focus").get_by_role("heading", name="IOM").wait_for()
    evidence(page).get_by_text(f"Agency · {links[0][1]} statements").wait_for()


def test_focus_has_a_lane_for_each_type_and_behind_it_what_follows(on_seeds):
    page = on_seeds("#n=agency:unhcr")
    drawing = panel(page, "Focus").get_by_role("group", name="UNHCR and its statements")
    activity = drawing.get_by_role("link", name=re.compile("^Build the capacity of less-resourced"))
    assert activity.count() == 1
    agency = "International Organization for Migration (Agency)"
    assert drawing.get_by_role("link", name=agency, exact=True).count() == 1
    activity.click()
    panel(page, "Focus").get_by_role(
        "heading", name=re.compile("^Build the capacity of less-resourced")
    ).wait_for()
    for name in ("Organization for Migration", "Commissioner for Refugees", "Drugs and Crime"):
        beside = panel(page, "Focus").get_by_role("link", name=re.compile(name))
        assert beside.count() == 1


def test_focus_says_who_says_so(on_seeds):
    page = on_seeds("#n=agency:unhcr")
    evidence(page).get_by_role("button", name=re.compile("^Show all")).first.click()
    said = evidence(page).get_by_role("listitem").filter(has_text="Build the capacity of less-reso")
    quote = said.get_by_role("figure")
    assert quote.get_by_role("blockquote").text_content() == (
        "Build the capacity of less-resourced States combat trafficking and smuggling of people"
        " … UNHCR"
    )
    assert f"{MATRIX_FILE}, lines 712-713, 720" in quote.text_content()
    assert "stated" in quote.text_content()


def test_every_link_of_a_thing_is_in_the_panel(on_seeds, sql):
    ((count,),) = sql(
        "SELECT count(*) FROM edge JOIN node n ON n IN (source, target) WHERE id = 'agency:unhcr'"
    )
    page = on_seeds("#n=agency:unhcr")
    more = evidence(page).get_by_role("button", name=re.compile("^Show all"))
    evidence(page).get_by_role("listitem").first.wait_for()
    while more.count():
        more.first.click()
    assert evidence(page).get_by_role("listitem").count() == count


def test_the_matrix_counts_what_the_document_lists(on_seeds, sql):
    counted = dict(
        sql(
            """SELECT g.short || ', ' || t.short, count(DISTINCT u.source)
               FROM edge u JOIN node t ON t.n = u.target AND t.label = 'Topic'
               JOIN edge h ON h.target = u.source AND h.type = 'HAS_EXPERTISE_IN'
               JOIN node g ON g.n = h.source WHERE u.type = 'UNDER' GROUP BY g.n, t.n"""
        )
    )
    assert counted[f"UNHCR, {TRAFFICKING}"] == 1
    assert counted[f"UNODC, {TRAFFICKING}"] == 5
    assert counted["UNHCR, Frameworks for Partnerships"] == 2
    assert (
        counted["IOM, Protecting the Rights and Interests of Migrant Workers and Their Families"]
        == 11
    )
    page = on_seeds("#view=matrix")
    cells = panel(page, "Matrix").get_by_role("table").get_by_role("button")
    names = cells.evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    shown = dict(name.rsplit(": ", 1) for name in names)
    assert shown[f"UNHCR, {TRAFFICKING}"] == "1 activity"
    assert shown["UNHCR, Frameworks for Partnerships"] == "2 activities"
    said = {name: int(words.split()[0]) for name, words in shown.items() if "activit" in words}
    assert said == counted
    assert {words for words in shown.values() if "activit" not in words} == {"none"}
    assert len(shown) == 6 * 16


def test_a_cell_shows_its_activities_and_their_words(on_seeds):
    page = on_seeds("#view=matrix")
    page.get_by_role("button", name=f"UNHCR, {TRAFFICKING}: 1 activity").click()
    evidence(page).get_by_role("heading", name=re.compile("^UNHCR")).wait_for()
    said = evidence(page).text_content()
    assert "Build the capacity of less-resourced States combat trafficking" in said
    assert f"{MATRIX_FILE}, lines 712-713, 720" in said
    assert evidence(page).get_by_role("link", name=re.compile("^Provide assistance")).count() == 0


def test_an_empty_cell_says_which_document_records_nobody(on_seeds):
    page = on_seeds("#view=matrix")
    page.get_by_role("button", name=f"UNDP, {TRAFFICKING}: none").click()
    evidence(page).get_by_role("heading", name=re.compile("^UNDP")).wait_for()
    assert MATRIX_FILE in evidence(page).text_content()


def test_the_matrix_by_objective_stands_where_the_link_says(on_seeds, sql):
    said = "Empower less-resourced States to combat trafficking"
    (id,) = sql("SELECT id FROM node WHERE label = 'Objective' AND name LIKE ? || '%'", said)[0]
    page = on_seeds(f"#view=matrix&by=objective&n={id}")
    page.get_by_role("heading", name="Agencies by objective").wait_for()
    for agency, words in (("UNHCR", "1 activity"), ("UNODC", "1 activity"), ("UNDP", "none")):
        named = re.compile(f"^{agency}, {said}.*: {words}$")
        assert page.get_by_role("button", name=named).count() == 1


def test_the_matrix_by_roundtable_counts_what_stands_under_its_topics(on_seeds, sql):
    (count,) = sql(
        """SELECT count(DISTINCT h.target) FROM edge h JOIN node g ON g.n = h.source
           JOIN edge u ON u.source = h.target AND u.type = 'UNDER'
           JOIN edge p ON p.source = u.target AND p.type = 'PART_OF'
           JOIN node r ON r.n = p.target AND r.id = 'roundtable:gfmd-2007-activities-matrix/3'
           WHERE h.type = 'HAS_EXPERTISE_IN' AND g.short = 'UNHCR'"""
    )[0]
    assert count == 7
    page = on_seeds("#view=matrix")
    page.get_by_role("radio", name="by roundtable").check()
    page.get_by_role("heading", name="Agencies by roundtable").wait_for()
    name = "UNHCR, ENHANCING POLICY AND INSTITUTIONAL COHERENCE, AND PROMOTING PARTNERSHIPS"
    assert page.get_by_role("button", name=f"{name}: 7 activities").count() == 1


def test_the_map_knows_every_thing_and_leads_to_the_table(on_seeds, many):
    page = on_seeds("#view=map")
    panel(page, "Map").get_by_text(f"{many('node')} things").wait_for()
    panel(page, "Map").get_by_role("link", name="As a table").click()
    panel(page, "Table").get_by_text(f"Rows 1 to 100 of {many('node')}").wait_for()


def test_a_thing_on_the_map_is_named_under_the_pointer_and_chosen_by_a_click(on_seeds):
    page = on_seeds("#view=map")
    canvas = panel(page, "Map").get_by_role("application", name=re.compile("^Map"))
    box = canvas.bounding_box()
    told = panel(page, "Map").get_by_text(re.compile(r" \([A-Z]\w+, \d+ statements?\)$"))
    for step in range(int(box["width"] / 4)):
        page.mouse.move(box["x"] + step * 4, box["y"] + box["height"] / 2)
        if told.count() and told.is_visible():
            break
    label, links = re.search(r" \((\w+), (\d+ statements?)\)$", told.text_content()).groups()
    page.mouse.down()
    page.mouse.up()
    evidence(page).get_by_text(f"{label} · {links}").wait_for()
    assert "view=map&n=" in page.url


def test_the_table_lists_every_thing_and_every_link(on_seeds, sql, many):
    page = on_seeds("#view=table")
    assert page.get_by_role("radio", name=f"Things ({many('node')})").is_checked()
    ((own,),) = sql(
        "SELECT count(*) FROM edge JOIN node n ON n IN (source, target) WHERE id = 'agency:unhcr'"
    )
    table = page.get_by_role("table", name="Things")
    cells = table.get_by_role("row", name=re.compile("^UNHCR ")).get_by_role("cell")
    assert cells.all_text_contents() == [
        "Office of the United Nations High Commissioner for Refugees",
        "Agency",
        str(own),
    ]
    page.get_by_role("radio", name=f"Statements ({many('edge')})").check()
    page.get_by_role("table", name="Statements").wait_for()
    page.get_by_role("searchbox", name="with the words").fill("unhcr")
    ((found,),) = sql(
        """SELECT count(*) FROM edge e JOIN node s ON s.n = source JOIN node t ON t.n = target
           WHERE type NOT IN ('RECORDED_IN', 'MENTIONED_IN')
           AND (s.short LIKE '%UNHCR%' OR t.short LIKE '%UNHCR%')"""
    )
    told = page.get_by_role("tabpanel", name="Table").get_by_role("status")
    told.filter(has_text=f"of {found}").wait_for()
    page.get_by_role("button", name="is listed with expertise in").first.click()
    evidence(page).get_by_role("heading", name=re.compile("^UNHCR is listed with")).wait_for()


def test_the_table_sorts_by_any_column_both_ways(on_seeds):
    page = on_seeds("#view=table")
    table = page.get_by_role("table", name="Things")
    head = table.get_by_role("columnheader", name="Statements")
    numbers = {}
    for direction in ("ascending", "descending"):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == direction
        last = table.get_by_role("row").nth(1).get_by_role("cell").last
        numbers[direction] = int(last.text_content())
    assert numbers["descending"] > numbers["ascending"]
    page.get_by_role("button", name="Further rows").click()
    panel(page, "Table").get_by_text("Rows 101 to 200 of ").wait_for()


@pytest.mark.parametrize("family", ["gaps", "overlaps"])
def test_every_kind_is_listed_with_its_count_and_its_rows(on_seeds, seeds, worded, family):
    from partnergraph.questions import ask, listing

    kinds = {name: ask(seeds, name, 0) for name in listing.kinds(family)}
    page = on_seeds(f"#view={family}")
    kinds_shown = panel(page, family.capitalize()).get_by_role("navigation").get_by_role("link")
    kinds_shown.first.wait_for()
    chips = {
        name: f"{worded(name).word.replace('-', ' ')} ({answer.total:,})"
        for name, answer in kinds.items()
    }
    assert sorted(kinds_shown.all_text_contents()) == sorted(["all", *chips.values()])
    for kind, answer in kinds.items():
        page.get_by_role("link", name=chips[kind], exact=True).click()
        region = page.get_by_role("region", name=worded(kind).title, exact=True)
        region.wait_for()
        assert page.get_by_role("table").count() == (1 if answer.total else 0)
        rows = region.get_by_role("row").count()
        assert rows == (1 + min(answer.total, 100) if answer.total else 0)


def test_a_gap_is_certain_or_not_recorded_and_leads_to_where_it_shows(on_seeds, worded):
    page = on_seeds("#view=gaps&kind=gaps-absent")
    row = page.get_by_role("row").filter(has_text=TRAFFICKING)
    why = panel(page, "Gaps").get_by_text("they are listed, but on no activity of this topic")
    assert why.all_text_contents() == [
        "Certain: they are listed, but on no activity of this topic."
    ], "what is so in each row is said once"
    assert {"UN-DESA", "UNDP"} <= set(row.get_by_role("link").all_text_contents())
    row.get_by_role("link", name="Matrix", exact=True).click()
    page.get_by_role("button", name=f"UNDP, {TRAFFICKING}: none").wait_for()
    page.go_back()
    word = worded("gaps-outside").word.replace("-", " ")
    page.get_by_role("link", name=re.compile(rf"^{word} \(")).click()
    panel(page, "Gaps").get_by_text(re.compile("^Not recorded.*lists members")).wait_for()


def test_an_overlap_of_two_agencies_leads_to_their_path(on_seeds):
    page = on_seeds("#view=overlaps&kind=overlaps-agencies")
    row = page.get_by_role("row").nth(1)
    row.get_by_role("link", name="Path").click()
    panel(page, "Focus").get_by_role("group", name="The path, step by step").wait_for()


def test_a_path_is_a_lane_with_its_sentences_and_its_words(on_seeds, seeds):
    from partnergraph.questions.path import paths

    found = next(iter(paths(seeds, "agency:unodc", "agency:un-desa")))
    page = on_seeds("#view=focus&n=agency:unodc&to=agency:un-desa")
    steps = page.get_by_role("list", name="The path in sentences").get_by_role("listitem")
    steps.first.wait_for()
    assert steps.count() == found.length
    drawing = page.get_by_role("group", name="The path, step by step")
    assert drawing.get_by_role("link").count() == found.length + 1
    for hop in found.hops:
        assert hop.evidence[0].quote in evidence(page).text_content()


def test_a_thing_in_two_rows_has_its_line_in_each(on_seeds, visit, rendered, load):
    things = [("agency:a", "Agency", "A"), ("agency:b", "Agency", "B")]
    edges = [
        ("PARTNERS_WITH", "agency:a", "agency:b", "A B"),
        ("PARTNERS_WITH", "agency:b", "agency:a", "B A"),
        ("PARTNERS_WITH", "agency:a", "agency:a", "A A"),
    ]
    pages = [
        on_seeds("#n=topic:gfmd-2020-partnerships-note/1"),
        on_seeds("#n=session:gcm-2017-thematic-session-4-summary/meeting"),
        visit(rendered("A", db=load(things, edges))),
    ]
    for page in pages:
        for width in (1280, 420):
            page.set_viewport_size({"width": width, "height": 800})
            drawing = panel(page, "Focus").locator("svg.drawing")
            drawing.locator("a.near").first.wait_for()
            lines = drawing.locator(".curve.near path.line").evaluate_all(
                "(lines) => lines.map((line) => line.getAttribute('d'))"
            )
            assert len(lines) == len(set(lines)) == drawing.locator("a.near").count() > 1
