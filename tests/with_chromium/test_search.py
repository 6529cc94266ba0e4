"""The search box is a combobox that forgives, by keyboard alone."""

import pytest
from playwright.sync_api import expect


def box(page):
    return page.get_by_role("combobox", name="Find")


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("unhcr", "agency:unhcr"),
        ("unhrc", "agency:unhcr"),
        ("bali", "rcp:bali-process"),
        ("BALI PROCES", "rcp:bali-process"),
        ("high commissioner for refugees", "agency:unhcr"),
        ("bangladsh", "country:bgd"),
        ("trafficking in persons and smug", "topic:gfmd-2007-activities-matrix/1h"),
    ],
)
def test_what_people_type_leads_to_what_they_mean(on_seeds, typed, id):
    page = on_seeds()
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.get_by_role("option", selected=True).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#view=focus&n={id}")


def test_the_list_is_walked_with_arrows_and_left_with_escape(on_seeds):
    page = on_seeds()
    box(page).fill("migration")
    options = page.get_by_role("listbox").get_by_role("option")
    options.first.wait_for()
    assert options.count() > 3
    assert box(page).get_attribute("aria-expanded") == "true"
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        expect(options.nth(place)).to_have_attribute("aria-selected", "true")
        assert page.get_by_role("option", selected=True).count() == 1
        assert box(page).get_attribute("aria-activedescendant") == f"found-{place}"
    page.keyboard.press("Escape")
    assert options.count() == 0
    assert box(page).get_attribute("aria-expanded") == "false"


def test_nothing_found_is_said(on_seeds):
    page = on_seeds()
    box(page).fill("qqqqzzzz")
    page.get_by_role("status").filter(has_text="nothing has this name").wait_for(state="attached")
    assert page.get_by_role("option").count() == 0


def test_two_things_are_connected_by_keyboard(on_seeds):
    page = on_seeds("#n=agency:unodc")
    page.get_by_role("button", name="Connect with …").press("Enter")
    page.get_by_role("combobox", name="Connect with").fill("un-desa")
    page.get_by_role("option", selected=True).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**#view=focus&n=agency:unodc&to=agency:un-desa")
    page.get_by_role("list", name="The path in sentences").wait_for()


def test_names_are_found_by_their_letters_without_accents(visit, rendered, load):
    db = load(
        [
            ("organisation:cote", "Organisation", "Société de développement de Côte d’Ivoire"),
            ("organisation:oim", "Organisation", "المنظمة الدولية للهجرة"),
            ("organisation:ni", "Organisation", "Niños y jóvenes migrantes"),
        ]
    )
    page = visit(rendered(db=db))
    for typed, name in (
        ("cote d ivoire", "Société de développement de Côte d’Ivoire"),
        ("للهجرة", "المنظمة الدولية للهجرة"),
        ("ninos", "Niños y jóvenes migrantes"),
    ):
        box(page).fill(typed)
        assert name in page.get_by_role("option", selected=True).text_content()
