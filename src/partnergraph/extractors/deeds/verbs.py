"""The verbs of deeds, by the relationship each states.

Who commissions a study answers for it: the IATI role `accountable`, oversight of an activity and
its outcomes (IATI codelist OrganisationRole, code 2).
"""

import re

_PARTICIPLES = {
    "ORGANISED": "organised arranged convened held",
    "HOSTED": "hosted",
    "LED": "led headed spearheaded chaired coordinated",
    "PREPARED": "prepared drafted compiled authored produced published developed written",
    "CONDUCTED": "conducted undertaken carried_out performed",
    "CO_FACILITATED": "facilitated",
    "FUNDS": "funded financed sponsored",
    "IMPLEMENTS": "implemented executed run",
    "ACCOUNTABLE_FOR": "commissioned",
    "CONTRIBUTES_TO": "supported",
}
_PASTS = {"PREPARED": "wrote", "CONDUCTED": "undertook"}
_BASES = {
    "ORGANISED": "organise arrange convene hold",
    "HOSTED": "host",
    "LED": "lead head chair coordinate",
    "PREPARED": "prepare draft compile produce publish develop write",
    "CONDUCTED": "conduct undertake carry_out perform",
    "CO_FACILITATED": "facilitate",
    "FUNDS": "fund finance sponsor",
    "IMPLEMENTS": "implement execute",
    "ACCOUNTABLE_FOR": "commission",
    "CONTRIBUTES_TO": "support",
}
_PRESENTS = {
    "ORGANISED": "organising convening holding",
    "HOSTED": "hosting",
    "LED": "leading chairing coordinating",
    "PREPARED": "preparing drafting compiling producing",
    "CONDUCTED": "conducting undertaking carrying_out",
    "FUNDS": "funding financing sponsoring",
    "IMPLEMENTS": "implementing",
}
STRONG = {
    "ORGANISED": ("event",),
    "HOSTED": ("event",),
    "CO_FACILITATED": ("event",),
    "PREPARED": ("work", "text"),
    "CONDUCTED": ("event", "work"),
    "LED": ("event", "work", "text"),
    "ACCOUNTABLE_FOR": ("work", "text"),
}
"""The families of nouns a participle surely belongs to, even with words between."""

BY_ALONE = {"event": "ORGANISED", "work": "CONDUCTED", "text": "PREPARED"}
"""What a noun states with `by` and no verb: a workshop by Ghana was organised by it."""


def _types(*tables: dict[str, str]) -> dict[str, str]:
    return {
        form.replace("_", " "): type
        for table in tables
        for type, forms in table.items()
        for form in forms.split()
    }


_BY_FORM = _types(_PARTICIPLES, _PASTS, _BASES, _PRESENTS)


def _pattern(forms: dict[str, str]) -> str:
    spelled = (form.replace("is", "i[sz]") if "organ" in form else form for form in forms)
    return rf"(?:co-?)?(?:{'|'.join(sorted(spelled, key=len, reverse=True))})"


PARTICIPLE = _pattern(_types(_PARTICIPLES))
PAST = _pattern(_types(_PARTICIPLES, _PASTS))
BASE = _pattern(_types(_BASES))
PRESENT = _pattern(_types(_PRESENTS))


def verb_types(words: str) -> list[str]:
    """The relationships that some verbs, joined by `and`, state.

    >>> verb_types("co-organized and hosted"), verb_types("carried out")
    (['ORGANISED', 'HOSTED'], ['CONDUCTED'])
    """
    verbs = re.findall(rf"\b(?:{PAST}|{BASE}|{PRESENT})\b", words.casefold())
    return list(dict.fromkeys(_BY_FORM[_plain(verb)] for verb in verbs))


def _plain(verb: str) -> str:
    verb = verb.replace("organiz", "organis")
    return verb if verb in _BY_FORM else re.sub(r"^co-?", "", verb)
