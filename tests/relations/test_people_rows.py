"""People's names in capitals, beside each other, and of bodies that a State has."""

import pytest

from partnergraph.mentions.listing import listed
from partnergraph.names import names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("MS. EFUA ASANTE, GHANA HEALTH SERVICE", [("EFUA ASANTE", ["GHANA HEALTH SERVICE"])]),
        ("Mr Abebe Girma, Ethiopia Ms Grace Achieng, Uganda",
         [("Abebe Girma", ["Ethiopia"]), ("Grace Achieng", ["Uganda"])]),
        ("Ms Wanjiru Oduya, State Department for Labour",
         [("Wanjiru Oduya", ["State Department for Labour"])]),
    ],
)  # fmt: skip
def test_people_of_a_list_with_their_bodies(text: str, people: list[object]) -> None:
    found = listed(text, names())
    assert [(each.name, [body.name for body in each.at]) for each in found] == people


def test_a_country_or_body_alone_is_no_office() -> None:
    (person,) = listed("Mr Abebe Girma, Ethiopia", names())
    assert person.office == ""


@pytest.mark.parametrize("text", ["Morocco's ANAPEC", "Morocco’s ANAPEC"])
def test_a_states_own_body_is_the_body(text: str) -> None:
    (body,) = listed(text, names())
    assert (body.name, body.owner and body.owner.id) == ("ANAPEC", "country:mar")


def test_who_is_represented_is_named_and_not_who_represents_it() -> None:
    assert [each.name for each in listed("Kenya, represented by IOM", names())] == ["Kenya"]


def test_who_stands_for_a_body_in_brackets_is_of_it() -> None:
    body, person = listed("PAHO (Dr Lucía Bermeo)", names())
    assert (body.name, person.name, [each.name for each in person.at]) == (
        "PAHO", "Lucía Bermeo", ["PAHO"],
    )  # fmt: skip
