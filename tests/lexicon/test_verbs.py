"""The forms of verbs: made by the committed script, and what each is."""

import subprocess
import sys
from pathlib import Path

import pytest

from partnergraph.lexicon import lexicon

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_verb_forms.py"


def test_the_files_are_what_the_script_makes() -> None:
    assert subprocess.run([sys.executable, SCRIPT, "--check"], check=False).returncode == 0


@pytest.mark.parametrize(
    ("word", "lemma", "tense"),
    [
        ("led", "lead", "past"),
        ("led", "lead", "participle"),
        ("co-chairs", "co-chair", "present"),
        ("cohosted", "co-host", "past"),
        ("organized", "organise", "participle"),
        ("wrote", "write", "past"),
        ("written", "write", "participle"),
        ("undertook", "undertake", "past"),
        ("took part", "take part", "past"),
        ("carrying out", "carry out", "gerund"),
        ("planning", "plan", "gerund"),
        ("travelled", "travel", "past"),
        ("traveled", "travel", "past"),
        ("organisera", "organiser", "future"),
        ("accueillerait", "accueillir", "conditional"),
        ("financée", "financer", "participle"),
        ("s’engagent", "s’engager", "present"),
        ("mis en œuvre", "mettre en œuvre", "participle"),
        ("appuie", "appuyer", "present"),
        ("tiendra", "tenir", "future"),
        ("elaborarán", "elaborar", "future"),
        ("presidieron", "presidir", "past"),
        ("acogida", "acoger", "participle"),
        ("contribuyó", "contribuir", "past"),
        ("se comprometen", "comprometerse", "present"),
        ("pondrá en marcha", "poner en marcha", "future"),
        ("declined", "decline", "past"),
        ("thanked", "thank", "past"),
        ("traduisit", "traduire", "past"),
        ("agradeció", "agradecer", "past"),
    ],
)
def test_a_form_is_known(word: str, lemma: str, tense: str) -> None:
    assert (lemma, tense) in {(form.lemma, form.tense) for form in lexicon().verb(word)}


def test_a_verb_without_a_role_opens_a_clause_all_the_same() -> None:
    for word in ("declined", "consulted", "thanked", "translated", "sent", "remercia", "envió"):
        forms = lexicon().verb(word)
        assert any(form.finite for form in forms), word
        assert not any(form.entries for form in forms), word


def test_the_verbs_of_who_does_what_are_all_there() -> None:
    verbs = (
        "lead co-lead chair co-chair host co-host organise convene prepare draft write publish "
        "produce develop conduct implement execute run deliver train launch open facilitate "
        "co-facilitate moderate present speak address fund finance co-fund sponsor commission "
        "support assist contribute coordinate manage evaluate sign ratify endorse adopt join "
        "belong attend participate"
    )
    missing = [verb for verb in verbs.split() if verb not in lexicon().verb_entries("en")]
    assert not missing


def test_words_that_are_no_verb_have_no_form() -> None:
    assert lexicon().verb("Ghana") == lexicon().verb("workshop on skills") == ()
