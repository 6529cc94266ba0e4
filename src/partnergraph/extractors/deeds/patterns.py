"""The word patterns by which a sentence says who did what: see `deed_grammar`."""

import re

from partnergraph.extractors.deeds.verbs import BASE, PARTICIPLE, PAST, PRESENT
from partnergraph.lexicon import lexicon


def _any(name: str) -> str:
    """The lexicon's small English words of a class, as alternatives."""
    words = sorted(lexicon().small(name, "en"), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


_MODAL = _any("modal")
ADVERBS = rf"(?:(?:{_any('adverb')}) )*"
AUXILIARY = (
    r"(?:(?:which|that) )?(?:was|were|is being|are being|is to be|are to be|is|are|has been|"
    rf"have been|had been|will be|shall be|to be|(?:{_MODAL}) "
    r"(?:also )?(?:have been|be)|(?:needs?|ought) to be)(?: not| never)?(?: yet)? "
)
VERBS = rf"{PARTICIPLE}(?:(?:,|,? and) {ADVERBS}{PARTICIPLE})*"
PLACE = r"(?: (?:in|at|on) [\w’–-]+(?: [\w’–-]+){0,4}?)?"
DONE_BY = re.compile(
    rf"(?P<set_off> ?[,(–—] ?)?(?<![\w-])(?P<aux>{AUXILIARY})?{ADVERBS}"
    rf"(?P<verbs>{VERBS}){PLACE},?(?: jointly)? by ",
    re.I,
)
DID = re.compile(
    rf",? (?:(?:which|who) )?{ADVERBS}"
    r"(?:(?P<planned>will|shall|is to|are to|plans? to|intends? to"
    r"|(?:is|are) (?:expected|due|scheduled|set) to) "
    rf"(?:also |jointly |then )*(?P<base>{BASE})|(?P<ongoing>(?:is|are) (?:currently )?)"
    rf"(?P<present>{PRESENT})|"
    rf"(?:(?:has|have|had) {ADVERBS})?(?P<past>{PAST}))(?=[ .,;)])"
)
WITH = re.compile(rf",? (?:{_any('joins')}) ")
BY = re.compile(r" by ")
OF = re.compile(r" of (?=the |[A-Z])")
TOPIC = re.compile(r" (?:on|into|about|regarding|concerning) ")
PREPOSITION = re.compile(
    r"$| (?:on|of|for|in|about|into|regarding|concerning|to|with|at|between|among|during|held|"
    r"entitled|titled|called|x+)(?= |$)"
)
UNREAL = re.compile(rf"\b(?:{_MODAL}|needs?|ought)\b", re.I)
PLANNED = re.compile(r"\b(?:will|shall|to) be\b", re.I)
TO_COME = re.compile(
    r"\b(?:forthcoming|upcoming|planned|future)\b|^ (?:will be held|to be held)", re.I
)
DENIED = re.compile(rf"\b(?:{_any('denied')})\b", re.I)
OUTCOMES = (
    r"(?:outcomes?|results?|findings?|conclusions?|recommendations?|work|experiences?|insights?|"
    r"deliberations|lessons(?: learn(?:ed|t))?|résultats?|travaux|recommandations|resultados?|"
    r"trabajos|conclusiones|recomendaciones)"
)
_OF = r"(?:of|from|des?|du|del)"
_ROMANCE = r"l[’']|las?|les?|el|los|une?|una"
OUTCOMES_OF = re.compile(rf"\b{OUTCOMES} {_OF} ?(?:the |an? |(?:{_ROMANCE}) ?)?$")
COORDINATED = re.compile(
    r"(?:,|,? and|,? as well as|,? &|,? et|,? y|,? ainsi que|,? así como)(?: also)?"
    r"(?: (?:on|from|of|in|sur|en))?"
    rf"(?:(?: the| its| their| les| los)?(?: {OUTCOMES}(?: and)?)+ {_OF})?"
    rf"(?: (?:the|an?|its|their|another|{_ROMANCE}))?\s*$"
)
ELSEWHERE = re.compile(
    r"[;:]|\b(?:will|would|shall|should|may|might|can|could|must|is|are|was|were|has|have|had|who|"
    r"whose|whom|where|which|that|while|whereas|but)\b"
)
APART = re.compile(rf",|{ELSEWHERE.pattern}")
HELD = re.compile(r" (?:was|were) (?:held|convened|launched)(?= (?:in|at|on) |,)")
OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:] |\band |\bwhile |\bthat )(?:(?:the|an?|its|two|both|this|these|their) )?$", re.I
)
NAME_END = re.compile(
    r"[;?!]|[.:](?=\s|$)|,(?! ?(?:[a-z][\w’-]*,? ){1,6}and [a-z])| [–—] | \(|"
    rf" and (?=(?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){{0,8}} (?:also |will )?(?:{PAST}|will)\b)|"
    r" (?:will|would|shall|should|may|might|can|could|must|is|are|was|were|has|have|had|which|that|"
    r"who|where|with a view|in order|so as|together with|jointly with|as well as|to be|held|"
    r"scheduled|planned|in (?:close )?(?:co-?operation|collaboration|partnership) with|"
    r"with (?:the |financial |technical )*(?:support|assistance|funding))\b"
)
ACT = re.compile(
    r"\b(?!(?:im|e|re)?migration|development|education|employment|information|institution|"
    r"organi[sz]ation|population|nation|dimension|question|condition|region|government|finance)"
    r"\w{3,}(?:[ts]ion|ment|ance|ence|ing|al)s?(?: of(?: [\w’-]+){1,6})?$"
)
PARTICIPLE_BEFORE = re.compile(
    r"(?:\w{2,}ed|taken|made|given|run|held|done|begun|written|shown|led|chosen|seen|put|set|"
    r"brought|paid|sent|built|borne|driven|known|met|out)$",
    re.I,
)
CLAUSES = re.compile(
    r"(?:^|^(?:In|On|During) [\w ]{0,25}(?:19|20)\d\d,? |[,;:] |"
    r"\band |\bwhile |\bthat |\bwhich |\bwhereas )(?=[A-Zt])"
)
RELATIVE = re.compile(r",? (?:that|which) $")
QUOTED = re.compile(r"“[^”]{1,200}”|\"[^\"]{1,200}\"")
NOT_BY = frozenset(("project", "pilot", "programme", "campaign", "research", "meeting"))
NOT_OF = frozenset(("survey", "mapping", "review", "inventory", "database", "programme"))
