"""Where a reader is stands in the address: deep links, the back button, the title."""

import re

import pytest


@pytest.mark.parametrize(
    ("hash", "view", "title"),
    [
        ("#n=agency:unhcr", "Focus", "UNHCR – "),
        ("#n=rcp:bali-process", "Focus", "Bali Process"),
        ("#view=matrix&by=roundtable", "Matrix", "matrix by roundtable – "),
        ("#view=map", "Map", "map – "),
        ("#view=table", "Table", "table – "),
        ("#view=gaps&kind=gaps-unserved", "Gaps", "Objectives that nobody"),
        ("#view=overlaps", "Overlaps", "overlaps – "),
        ("#view=focus&n=agency:unodc&to=agency:un-desa", "Focus", "UNODC to UN-DESA – "),
    ],
)
def test_a_deep_link_opens_its_view_and_the_title_says_it(on_seeds, hash, view, title):
    page = on_seeds(hash)
    page.get_by_role("tabpanel", name=view).wait_for()
    assert page.title().startswith(title)
    assert page.title().endswith(
        " – Who does what with whom in 5 documents, up to 12 November 2020"
    )


@pytest.mark.parametrize(
    "hash", ["#", "#n=agency:nobody", "#view=nothing", "#n=%E0%A4%A", "#view=focus&n=&to=", "#<b>"]
)
def test_an_address_that_leads_nowhere_opens_the_first_view(on_seeds, hash):
    page = on_seeds(hash)
    page.get_by_role("tabpanel", name="Focus").get_by_role("heading", name="IOM").wait_for()


def test_back_and_forward_go_where_the_reader_was(on_seeds):
    page = on_seeds()
    page.get_by_role("link", name=re.compile("Commissioner for Refugees")).click()
    page.get_by_role("heading", name="UNHCR", level=2).first.wait_for()
    page.get_by_role("tab", name="Matrix").click()
    page.get_by_role("table").wait_for()
    page.go_back()
    page.get_by_role("tabpanel", name="Focus").get_by_role("heading", name="UNHCR").wait_for()
    page.go_back()
    page.get_by_role("tabpanel", name="Focus").get_by_role("heading", name="IOM").wait_for()
    page.go_forward()
    page.get_by_role("tabpanel", name="Focus").get_by_role("heading", name="UNHCR").wait_for()


def test_a_place_survives_a_reload(on_seeds):
    page = on_seeds("#view=matrix&by=objective")
    page.reload()
    page.get_by_role("heading", name="Agencies by objective").wait_for()
