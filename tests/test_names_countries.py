"""Countries in small letters, after one another, and what is only named after one."""

import pytest

from partnergraph.document.words import Text
from partnergraph.names import names


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Guinée (Rép. de)", ["GIN"]),
        ("les îles Salomon", ["SLB"]),
        ("les ports du Sénégal et du Bénin", ["SEN", "BEN"]),
        ("un cochon d'Inde", []),
        ("le marronnier d'Inde", []),
        ("Jordan; Georgia, USA", ["JOR"]),
    ],
)
def test_a_country_is_found_where_it_is_meant(text, iso3):
    content = Text.of(text)
    passage = content.passage(0, len(content.lines) - 1)
    found = names().find(passage, "Country")
    assert [each.entity.properties["iso3"] for each in found] == iso3
