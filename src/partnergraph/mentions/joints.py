"""What ties names together in a sentence, in English, French and Spanish."""

import re

from partnergraph.lexicon.bodies import words

THE = (
    r"(?:both |also )?"
    r"(?:the |l['’]|la |le |les |el |los |las |du |des |del |d['’]|de la |de l['’])?"
)
GOVERNMENT_OF = (
    rf"{words().government}(?: teams?)? "
    r"(?:of |du |de la |de l['’]|des |de |del |d['’])(?:the |la |el |los |las )?"
)
GOVERNMENT = f"(?:{GOVERNMENT_OF})?"
_BY = r"(?:by |par |por |with |avec |con )?"
_AND = r"(?:and|&|et|y|e|as well as|along with|together with|jointly with|ainsi que|así como)"
_BEHALF = r"(?:on behalf of|representing|au nom d[eu]|en nombre de) "

JOINT = re.compile(
    r"(?:(?P<comma>,(?! ?(?:and|&|et|y|e)\s) ?)|;\s(?:(?:and|et|y)\s)?|\s?/\s?"
    rf"|(?P<and>,? {_AND} ))"
    rf"{_BY}(?:de )?{THE}{GOVERNMENT}",
    re.IGNORECASE,
)
"""What stands between two names of one cast, the second one's article included."""
BEHALF = re.compile(rf",? (?:and|et|y),? {_BEHALF}{THE}{GOVERNMENT}", re.IGNORECASE)
"""`and, on behalf of the`: behind it whose behalf, a comma, and the next member."""
ARTICLE = re.compile(THE + GOVERNMENT, re.IGNORECASE)
"""What stands before a name that is its own."""
BEFORE = re.compile(rf"(?<!\w)(?:{THE}{GOVERNMENT})$", re.IGNORECASE)
"""The same, at the end of what stands before a name."""
JOINT_BEFORE = re.compile(r"(?:,? (?:and|&|et|y) |, | / |; )$")
APPOSED = re.compile(
    rf",? (?i:{_BEHALF})|, (?:an?|the|une?|l['’]|le|la|el|both|all|its?|as) (?=[a-zß-ÿ])"
)
"""What opens an apposition, that a comma ends."""
THINGS = re.compile(
    r"\s(?:and|et|y|e) (?:the|an?|its|their|une?|l['’]|les?|la|el|los|las) ?(?=[a-zß-ÿ])"
)
"""What shows behind a comma that it parted things of a list, and ended no apposition."""
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|may|can|which|who|that|est|sont|a|ont|qui"
    r"|es|son|fue|que)\b"
)
"""What no apposition has: it is a clause then."""
