"""Make `lexicon/verb_forms/*.csv` from the verbs of the lexicon: every form that a paper prints.

The verbs stand as infinitives in `lexicon/roles/*.toml` and `lexicon/verbs.toml`; what no rule
knows of them stands beside this script in `irregular_verbs.toml`. Third persons only, singular and
plural: papers are written in them. Run it after adding a verb. With `--check` it only says whether
the files are what it would write.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LEXICON = HERE.parent / "src" / "partnergraph" / "lexicon"
IRREGULAR: dict[str, dict[str, Any]] = tomllib.loads((HERE / "irregular_verbs.toml").read_text())
ENGLISH = ("infinitive", "base", "present", "past", "participle", "gerund")
ROMANCE = (
    *("infinitive", "present sg", "present pl", "imperfect sg", "imperfect pl", "past sg"),
    *("past pl", "future sg", "future pl", "conditional sg", "conditional pl", "subjunctive sg"),
    *("subjunctive pl", "participle m sg", "participle f sg", "participle m pl"),
    *("participle f pl", "gerund"),
)
COLUMNS = {"en": ENGLISH, "fr": ROMANCE, "es": ROMANCE}
_DOUBLED = frozenset(IRREGULAR["en"]["doubled"]["words"].split())
_ONLY_ISE = frozenset(IRREGULAR["en"]["ise"]["words"].split())
_STEMS = dict(item.split(":") for item in IRREGULAR["es"]["stems"]["words"].split())
_REFLEXIVE_AUX = {
    "fr": {"sg": "s’est", "pl": "se sont"},
    "es": {"sg": "se ha", "pl": "se han"},
}
_AGREEING = {
    "presente": ("presente", "presentes"),
    "présent": ("présent|présente", "présents|présentes"),
}
"""Words behind a verb that agree with its subject, singular and plural: *estuvieron presentes*."""
_VOWELS = "aeiou"


def lemmas(language: str) -> list[str]:
    """The infinitives of a language, sorted; the words of one in several are joined by `_`."""
    raw = tomllib.loads((LEXICON / "verbs.toml").read_text(encoding="utf-8"))
    found = set(raw[language].split())
    for path in (LEXICON / "roles").glob("*.toml"):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).values():
            for use in ("verb", "verb_of"):
                found.update(entry.get(use, {}).get(language, "").replace(";", " ").split())
    words = tomllib.loads((LEXICON / "words.toml").read_text(encoding="utf-8"))
    for kind in ("light", "through"):
        found.update(words[kind][language].replace(";", " ").split())
    return sorted(found)


# English


def english(lemma: str) -> list[str]:
    """The forms of an English verb in the order of ENGLISH.

    >>> english("co-host")[3], english("organise")[3], english("take_part")[3:]
    ('co-hosted|cohosted', 'organised|organized', ['took part', 'taken part', 'taking part'])
    """
    word, _, rest = lemma.partition("_")
    every = [_english(variant) for variant in _spellings(word)]
    tail = f" {rest.replace('_', ' ')}" if rest else ""
    forms = []
    for column in zip(*every, strict=True):
        variants = dict.fromkeys(form for forms_ in column for form in forms_)
        forms.append("|".join(f"{form}{tail}" for form in variants))
    return [lemma.replace("_", " "), *forms]


def _spellings(word: str) -> Iterator[str]:
    joined = word.replace("co-", "co", 1) if word.startswith("co-") else word
    for variant in dict.fromkeys((word, joined)):
        yield variant
        if variant.endswith("ise") and variant.removeprefix("co-") not in _ONLY_ISE:
            yield f"{variant[:-3]}ize"
        elif variant.endswith("yse"):
            yield f"{variant[:-3]}yze"


def _english(word: str) -> tuple[list[str], ...]:
    prefix = next((p for p in ("co-", "co") if _bare(word, p)), "")
    base = word[len(prefix) :]
    past, participle = _past(base)
    forms = ([base], [_with_s(base)], past, participle, _gerunds(base))
    return tuple([f"{prefix}{form}" for form in column] for column in forms)


def _bare(word: str, prefix: str) -> bool:
    return word.startswith(prefix) and (prefix == "co-" or f"co-{word[2:]}" in lemmas_en())


_CACHE: list[list[str]] = []


def lemmas_en() -> list[str]:
    """The English infinitives, read once."""
    if not _CACHE:
        _CACHE.append(lemmas("en"))
    return _CACHE[0]


def _past(base: str) -> tuple[list[str], list[str]]:
    ending, parts = _irregular("en", base)
    if parts:
        head = base[: len(base) - len(ending)]
        past, participle = (_headed(head, part) for part in parts)
        return past, participle
    regular = [_with_ed(stem) for stem in _stems(base)]
    return regular, regular


def _irregular(language: str, word: str) -> tuple[str, list[str]]:
    """The ending that an irregular form replaces, and the forms; none for a regular verb."""
    table = IRREGULAR[language]
    if isinstance(table.get(word), str):
        return word, table[word].split()
    endings = [key[1:] for key in table if key.startswith("-") and word.endswith(key[1:])]
    ending = max(endings, key=len, default="")
    return ending, table[f"-{ending}"].split() if ending else []


def _headed(head: str, part: str) -> list[str]:
    """The variants of an irregular form, `part`, behind the `head` that it leaves as it is."""
    return [f"{head}{variant}" for variant in part.split("|")]


def _stems(base: str) -> list[str]:
    """What endings are put to; British and American spelling of a doubled l."""
    if base not in _DOUBLED:
        return [base]
    doubled = f"{base}{base[-1]}"
    both = base.endswith("l") and base not in ("control", "excel", "expel", "propel", "compel")
    return [doubled, base] if both or base == "program" else [doubled]


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return f"{stem[:-1]}ied"
    return f"{stem}ed"


def _with_s(base: str) -> str:
    if base == "have":
        return "has"
    if base == "be":
        return "is"
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in _VOWELS else f"{base}s"


def _gerunds(base: str) -> list[str]:
    if base.endswith("ie"):
        return [f"{base[:-2]}ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return [f"{base[:-1]}ing"]
    return [f"{stem}ing" for stem in _stems(base)]


# French and Spanish


def romance(language: str, lemma: str) -> list[str]:
    """The forms of a French or Spanish verb in the order of ROMANCE.

    >>> forms = dict(zip(ROMANCE, romance("fr", "appuyer")))
    >>> forms["present sg"], forms["future sg"], forms["participle f pl"]
    ('appuie', 'appuiera', 'appuyées')
    >>> forms = dict(zip(ROMANCE, romance("es", "comprometerse")))
    >>> forms["present sg"], forms["past pl"], forms["participle m sg"]
    ('se compromete', 'se comprometieron', 'se ha comprometido')
    """
    verb, _, rest = lemma.partition("_")
    if verb in ("se",):
        verb, _, rest = rest.partition("_")
        verb = f"se {verb}"
    bare, pronoun = _reflexive(language, verb)
    forms = _CONJUGATE[language](bare)
    if pronoun:
        forms = {tense: _with_pronoun(language, tense, forms) for tense in forms}
    tail = rest.replace("_", " ")
    name = f"{verb} {tail}" if tail else verb
    return [name, *("|".join(_tailed(forms[c], tail, c)) for c in ROMANCE[1:])]


def _tailed(forms: str, tail: str, column: str) -> Iterator[str]:
    """Forms of a column with the words behind the verb."""
    plural = column.endswith("pl")
    singular = column.endswith("sg")
    agreeing = _AGREEING.get(tail, (tail, tail))
    tails = agreeing[plural] if plural or singular else "|".join(dict.fromkeys(agreeing))
    for form in forms.split("|"):
        yield from (f"{form} {each}".rstrip() for each in tails.split("|"))


def _reflexive(language: str, verb: str) -> tuple[str, bool]:
    if language == "es" and verb.endswith("rse"):
        return verb[:-2], True
    for pronoun in ("s’", "se "):
        if verb.startswith(pronoun):
            return verb.removeprefix(pronoun), True
    return verb, False


def _with_pronoun(language: str, tense: str, forms: dict[str, str]) -> str:
    """A reflexive form; a Spanish participle does not agree behind `haber`."""
    form = forms[tense]
    if tense.startswith("participle"):
        agreed = forms["participle m sg"] if language == "es" else form
        return f"{_REFLEXIVE_AUX[language][tense[-2:]]} {agreed}"
    if language == "es" and tense == "gerund":
        return f"{form[:-4]}{'á' if form.endswith('ando') else 'é'}ndose"
    elided = language == "fr" and form[0] in "aeiouhéèêâîôû"
    return f"s’{form}" if elided else f"se {form}"


def french(verb: str) -> dict[str, str]:
    """The forms of a French verb by column."""
    ending, parts = _irregular("fr", verb)
    if parts:
        head = verb[: len(verb) - len(ending)]
        singular, plural, participle, future, past, pasts = (f"{head}{part}" for part in parts)
    elif verb.endswith("er"):
        singular, plural, participle, future, past, pasts = _first_group(verb)
    elif verb.endswith("ir"):
        stem = verb[:-1]
        singular, plural, participle = f"{stem}t", f"{stem}ssent", stem
        future, past, pasts = verb, f"{stem}t", f"{stem}rent"
    else:
        raise ValueError(f"no rule conjugates the French verb {verb}")
    return _french_columns(verb, singular, plural, participle, future, past, pasts)


def _first_group(verb: str) -> tuple[str, ...]:
    stem = verb[:-2]
    silent = _silent(stem)
    before_a = f"{stem}e" if stem.endswith("g") else re.sub(r"c$", "ç", stem)
    future = f"{silent if not _is_acute(stem) else stem}er"
    return f"{silent}e", f"{silent}ent", f"{stem}é", future, f"{before_a}a", f"{stem}èrent"


def _is_acute(stem: str) -> bool:
    return bool(re.search(r"é[^aeiouyéè]+$", stem)) and not stem.endswith("g_")


def _silent(stem: str) -> str:
    """The stem before a silent ending: mèn(e), gèr(e), appui(e)."""
    if stem.endswith(("oy", "uy")):
        return f"{stem[:-1]}i"
    return re.sub(r"[eé](?=(?:[^aeiouyéèêâîôû]|[bcdfgpt][lr]|gn)$)", "è", stem)


def _french_columns(
    verb: str, singular: str, plural: str, participle: str, future: str, past: str, pasts: str
) -> dict[str, str]:
    known = {"être": "ét", "avoir": "av", "faire": "fais", "aller": "all", "falloir": "fall"}
    stem = known.get(verb) or ("fais" if plural == "font" else _imperfect_stem(verb, plural))
    before_a = f"{stem}e" if stem.endswith("g") else re.sub(r"c$", "ç", stem)
    rare = {"être": "soi", "avoir": "ai", "aller": "aill"}.get(verb)
    subjunctive = f"{plural[:-3]}e" if plural.endswith("ent") else f"{stem}e"
    final = participle.endswith("s")
    feminine = f"{participle.replace('dû', 'du')}e"
    return {
        "present sg": singular,
        "present pl": plural,
        "imperfect sg": f"{before_a}ait",
        "imperfect pl": f"{before_a}aient",
        "past sg": past,
        "past pl": pasts,
        "future sg": f"{future}a",
        "future pl": f"{future}ont",
        "conditional sg": f"{future}ait",
        "conditional pl": f"{future}aient",
        "subjunctive sg": f"{rare}t" if rare else subjunctive,
        "subjunctive pl": f"{rare}ent" if rare else f"{subjunctive}nt",
        "participle m sg": participle,
        "participle f sg": feminine,
        "participle m pl": participle if final else f"{participle}s",
        "participle f pl": f"{feminine}s",
        "gerund": f"{before_a}ant",
    }


def _imperfect_stem(verb: str, plural: str) -> str:
    if verb.endswith("er"):
        return verb[:-2]
    changed = {"iennent": "en", "prennent": "pren", "oivent": "ev", "peuvent": "pouv"}
    changed |= {"veulent": "voul", "meuvent": "mouv", "çoivent": "cev", "voient": "voy"}
    changed |= {"croient": "croy", "quièrent": "quér"}
    for ending in sorted(changed, key=len, reverse=True):
        if plural.endswith(ending):
            return plural[: len(plural) - len(ending)] + changed[ending]
    return plural[:-3]


def spanish(verb: str) -> dict[str, str]:
    """The forms of a Spanish verb by column."""
    ending, parts = _irregular("es", verb)
    if parts:
        head = verb[: len(verb) - len(ending)]
        *finite, participle, gerund = ("|".join(_headed(head, part)) for part in parts)
    else:
        *finite, participle, gerund = _regular_spanish(verb)
    singular, plural, past, pasts, future = finite
    stem, first = verb[:-2], verb.endswith("ar")
    imperfect = {"ser": "era", "ir": "iba", "ver": "veía", "prever": "preveía"}.get(verb)
    imperfect = imperfect or (f"{stem}aba" if first else f"{stem}ía")
    subjunctive = _subjunctive(verb, singular)
    return {
        "present sg": singular,
        "present pl": plural,
        "imperfect sg": imperfect,
        "imperfect pl": f"{imperfect}n",
        "past sg": past,
        "past pl": pasts,
        "future sg": f"{future}á",
        "future pl": f"{future}án",
        "conditional sg": f"{future}ía",
        "conditional pl": f"{future}ían",
        "subjunctive sg": subjunctive,
        "subjunctive pl": f"{subjunctive}n",
        **_spanish_participles(participle.split("|")),
        "gerund": gerund,
    }


def _spanish_participles(variants: list[str]) -> dict[str, str]:
    """The columns of a participle: *escrito*, and *escripto* as Argentina prints it."""
    stems = [variant.removesuffix("o") for variant in variants]
    endings = {"m sg": "o", "f sg": "a", "m pl": "os", "f pl": "as"}
    return {
        f"participle {column}": "|".join(f"{stem}{ending}" for stem in stems)
        for column, ending in endings.items()
    }


def _regular_spanish(verb: str) -> tuple[str, ...]:
    stem = verb[:-2]
    stressed = _STEMS.get(verb, stem)
    if verb.endswith("ar"):
        present = (f"{stressed}a", f"{stressed}an")
        return *present, f"{stem}ó", f"{stem}aron", verb, f"{stem}ado", f"{stem}ando"
    present = (f"{stressed}e", f"{stressed}en")
    return *present, f"{stem}ió", f"{stem}ieron", verb, f"{stem}ido", f"{stem}iendo"


_SUBJUNCTIVES = {"ser": "sea", "ir": "vaya", "estar": "esté", "haber": "haya", "dar": "dé"}
_SUBJUNCTIVES |= {"ver": "vea", "saber": "sepa", "prever": "prevea"}
_STRONG = {"tener": "teng", "venir": "veng", "poner": "pong", "hacer": "hag"}
_SOFT = {"c": "qu", "g": "gu", "z": "c", "gu": "gü"}


def _subjunctive(verb: str, singular: str) -> str:
    """The third person of the subjunctive; of irregular verbs by the first person's stem."""
    if verb in _SUBJUNCTIVES:
        return _SUBJUNCTIVES[verb]
    stem = singular[:-1]
    if verb.endswith("ar"):
        last = next((end for end in ("gu", "c", "g", "z") if stem.endswith(end)), "")
        return f"{stem[: len(stem) - len(last)]}{_SOFT.get(last, last)}e"
    for ending, strong in _STRONG.items():
        if verb.endswith(ending):
            return f"{verb[: -len(ending)]}{strong}a"
    if verb.endswith(("ecer", "ocer", "ucir")):
        return f"{stem[:-1]}zca"
    stem = re.sub(r"g$", "j", stem)
    return f"{re.sub(r'gu$', 'g', stem)}a"


_CONJUGATE: dict[str, Callable[[str], dict[str, str]]] = {"fr": french, "es": spanish}


def table(language: str) -> str:
    """A language's file: a header, then a verb a line, the variants of a form parted by `|`."""
    rows: Iterable[list[str]] = (
        english(lemma) if language == "en" else romance(language, lemma)
        for lemma in lemmas(language)
    )
    return "".join(f"{','.join(row)}\n" for row in (list(COLUMNS[language]), *rows))


def main() -> int:
    """Write the files, or with `--check` compare them; 1 where one differs."""
    differs = False
    for language in COLUMNS:
        path = LEXICON / "verb_forms" / f"{language}.csv"
        made = table(language)
        if "--check" in sys.argv[1:]:
            differs |= not path.exists() or path.read_text(encoding="utf-8") != made
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
