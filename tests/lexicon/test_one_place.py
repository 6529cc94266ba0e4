"""No second place knows what `chair` means: no word of a role stands in the code of what reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import partnergraph
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.spelling import tokens

ROOT = Path(partnergraph.__file__).parent
READING = ("readers", "names", "mentions", "relations", "genres")
FILES = [path for part in READING for path in sorted((ROOT / part).rglob("*.py"))]

# Roles whose words mean nothing else: `open`, `present`, `use` or `group` are everybody's words.
ROLES = (
    *("lead", "co-lead", "chair", "co-chair", "vice-chair", "secretariat", "coordinator", "host"),
    *("coordinating", "organise", "implement", "accountable", "facilitate", "fund", "moderate"),
    *("observer", "rapporteur", "sign", "ratify", "endorse"),
)
# Words of these roles that names, formats and forms of a table have too.
_SHARED = """
abrir agencies agency and approve approved arrange as at back by call called calling calls celebra
celebrar commission commissions conclude concluded concludes country crea crear create created
creates creating deliver direct directed directing direction directs dirige donate en entity
establish established execute fondos fonds for found founded founding founds fund funds government
head heading heads held hold holding holds in initial initials introduce issue launch lead leader
leads manage managed manages managing marcha mise of open opened opening opens operate
organisation organization ouvrir owner owners parties party pilot place poner presidency president
puesta puesto responsible run running runs second sign signed signing signs state states support
tenir tenu the to with"""
SHARED = frozenset(_SHARED.split())


def _words() -> frozenset[str]:
    """The single words of those roles' verbs and nouns, in every form and language."""
    found: set[str] = set()
    for language in ("en", "fr", "es"):
        table = lexicon().conjugated(language)
        for lemma, entries in lexicon().verb_entries(language).items():
            if any(entry.id in ROLES for entry in entries):
                forms = (form for column in table[lemma].values() for form in column)
                found.update(form for form in forms if " " not in form)
    for noun, entry in lexicon().nouns.items():
        if entry.id in ROLES and len(tokens(noun)) == 1:
            found.update(tokens(noun))
    return frozenset(found) - SHARED


WORDS = _words()
_TYPE = re.compile(r"\b[A-Z]+(?:_[A-Z]+)*\b")


def literals(source: str) -> Iterator[tuple[int, str]]:
    """The strings of a file that are no docstrings and no messages of errors, with their lines."""
    tree = ast.parse(source)
    aside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            aside.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.lineno, node.value


def role_words(source: str) -> list[str]:
    """The words of roles in a file's literals, each with its line."""
    return [
        f"line {line}: {word}"
        for line, text in literals(source)
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", _TYPE.sub(" ", text).lower())
        if word in WORDS
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_of_a_role_stands_in_what_reads(path: Path) -> None:
    assert role_words(path.read_text(encoding="utf-8")) == [], "it belongs into lexicon/roles"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('PATTERN = r"(?:co-)?hosted by"', ["line 1: hosted"]),
        ('x = f"{name} chaired"', ["line 1: chaired"]),
        ('"""Who hosted it."""', []),
        ('TYPES = ("HOSTED", "LED")', []),
        ('ETATS = "Les États qui organisent"', ["line 1: organisent"]),
        ('raise ValueError("not hosted")', []),
    ],
)
def test_what_the_test_sees(source: str, found: list[str]) -> None:
    assert role_words(source) == found
