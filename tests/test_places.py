"""Locators say places and are read back as the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnergraph.document.places import Place, located, locator

UNITS = st.one_of(
    st.sampled_from(["line", "page", "paragraph", "slide", "row", "item"]),
    st.integers(1, 99).map("table {} row".format),
    st.text(st.sampled_from("AbZ é0123;,-'()."), min_size=1, max_size=12)
    .filter(lambda name: name.strip() == name and "  " not in name)
    .map("sheet {} row".format),
)
PLACES = st.builds(Place, UNITS, st.integers(1, 9999))


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([Place("line", 12)], "line 12"),
        ([Place("line", 12), Place("line", 13), Place("line", 14)], "lines 12-14"),
        ([Place("line", 12), Place("line", 15), Place("line", 16)], "lines 12, 15-16"),
        ([Place("page", 3), Place("page", 3), Place("page", 4)], "pages 3-4"),
        ([Place("table 2 row", 4), Place("table 2 row", 5)], "table 2 rows 4-5"),
        ([Place("paragraph", 3), Place("table 1 row", 2)], "paragraph 3; table 1 row 2"),
        ([Place("sheet Data row", 17)], "sheet Data row 17"),
        ([Place("header"), Place("paragraph", 1)], "header; paragraph 1"),
        ([], ""),
    ],
)
def test_places_as_a_locator(places, said):
    assert locator(places) == said


@given(st.lists(PLACES, max_size=12))
def test_a_locator_is_read_back(places):
    once = [place for n, place in enumerate(places) if n == 0 or place != places[n - 1]]
    assert list(located(locator(places))) == once


def test_a_sheet_may_be_named_like_a_locator():
    odd = Place("sheet A; row 3, rows 4-5 row", 6)
    assert list(located(locator([odd, Place("page", 1)]))) == [odd, Place("page", 1)]


def test_what_no_unit_counts_is_a_place_by_itself():
    assert list(located("footer; /iati/activity[3]")) == [
        Place("footer"),
        Place("/iati/activity[3]"),
    ]
