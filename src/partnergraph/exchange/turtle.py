"""RDF as Turtle: bodies in ORG and schema.org, what they do in our vocabulary, evidence in PROV-O.

Each relationship is a statement (`rdf:Statement`) derived from the evidence it rests on; one that
a text states, and states as done or going on, is a triple too. An inferred or planned one is not:
who only counts triples counts nothing that no text says. Our terms and the ids of things are
names below `urn:partnergraph:`. See https://www.w3.org/TR/turtle/, https://www.w3.org/TR/prov-o/,
https://www.w3.org/TR/vocab-org/.
"""

import hashlib
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from partnergraph.records.model import Edge, Evidence, Node, Scalar, Value, is_stated
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store
from partnergraph.store.rows import qualifiers

_THINGS = "urn:partnergraph:"
_TERMS = "urn:partnergraph:term:"
_PREFIXES = {
    "pg": _TERMS,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_CLASSES = {
    "Document": ("prov:Entity", "schema:CreativeWork"),
    "Agency": ("prov:Agent", "org:FormalOrganization", "schema:Organization"),
    "Organisation": ("prov:Agent", "org:Organization", "schema:Organization"),
    "RCP": ("prov:Agent", "org:OrganizationalCollaboration", "schema:Organization"),
    "Country": ("prov:Agent", "schema:Country"),
    "Person": ("prov:Agent", "schema:Person"),
    "Activity": ("prov:Activity",),
    "Session": ("schema:Event",),
    "Roundtable": ("schema:Event",),
    "Topic": ("skos:Concept",),
    "Instrument": ("schema:CreativeWork",),
    "Location": ("schema:Place",),
}
_NAMES = {"aliases": "skos:altLabel", "acronym": "schema:alternateName"}
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPES = str.maketrans(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_UNSURE = ("status", "ended", "to")
_DIGEST = 24
Said = Iterable[tuple[str, str]]


def turtle(store: Store, told: Callable[[str], None]) -> Iterator[str]:
    """The graph as Turtle, part by part."""
    for prefix, iri in _PREFIXES.items():
        yield f"@prefix {prefix}: <{iri}> .\n"
    yield "\n"
    yield from _terms(store)
    yield from map(_thing, store.nodes())
    for edge in store.edges():
        yield _statement(edge)


def _terms(store: Store) -> Iterator[str]:
    """What our own words mean: the kinds of things and of relationships that the graph has."""
    counts = store.counts()
    for label in counts["nodes"]:
        above = [("rdfs:subClassOf", name) for name in _CLASSES.get(label, ())]
        yield _said(term(label), [("a", "rdfs:Class"), *above])
    for type in counts["edges"]:
        phrase = vocabulary().types[type].phrase
        yield _said(term(type), [("a", "owl:ObjectProperty"), ("rdfs:label", literal(phrase))])


def _thing(node: Node) -> str:
    classes = [("a", name) for name in (term(node.label), *_CLASSES.get(node.label, ()))]
    name = literal(node.name)
    names = [("rdfs:label", name), ("schema:name", name)]
    return _said(iri(node.id), [*classes, *names, *_properties(node.properties)])


def _properties(properties: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for key, value in sorted(properties.items()):
        items = value if isinstance(value, tuple) else (value,)
        yield from ((_NAMES.get(key) or term(key), literal(item)) for item in items)


def _statement(edge: Edge) -> str:
    source, type, target = iri(edge.source), term(edge.type), iri(edge.target)
    stated = is_stated(edge.evidence)
    statement = [
        ("a", "rdf:Statement"),
        ("a", "prov:Entity"),
        ("rdf:subject", source),
        ("rdf:predicate", type),
        ("rdf:object", target),
        ("pg:stated", literal(stated)),
        *_properties(edge.properties),
        *(("prov:wasDerivedFrom", _evidence(item)) for item in edge.evidence),
    ]
    sure = stated and not any(key in edge.properties for key in _UNSURE)
    triple = f"{source} {type} {target} .\n" if sure else ""
    return triple + _said(_name_of(edge), statement)


def _name_of(edge: Edge) -> str:
    key = "\n".join((edge.type, edge.source, edge.target, qualifiers(edge)))
    digest = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:_DIGEST]
    return f"<{_THINGS}statement:{digest}>"


def _evidence(item: Evidence) -> str:
    quoted = "prov:wasQuotedFrom" if item.basis == "stated" else "prov:wasDerivedFrom"
    record = item.record()
    said = [
        ("a", "pg:Evidence"),
        ("a", "prov:Entity"),
        ("prov:value", literal(record.pop("quote"))),
        (quoted, iri(record.pop("document"))),
        *((term(key), literal(value)) for key, value in record.items()),
    ]
    return f"[ {' ; '.join(' '.join(pair) for pair in said)} ]"


def _said(subject: str, said: Said) -> str:
    return subject + " ;\n  ".join(f" {key} {value}" for key, value in said) + " .\n"


def iri(id: str) -> str:
    """The name of a thing.

    >>> iri("organisation:y#1%20?")
    '<urn:partnergraph:organisation:y%231%2520%3F>'
    """
    return f"<{_THINGS}{quote(id, safe=':/-._~', errors='surrogatepass')}>"


def term(name: str) -> str:
    """The name of a kind of thing, of relationship or of property.

    >>> term("LED"), term("a b")
    ('pg:LED', '<urn:partnergraph:term:a%20b>')
    """
    if _LOCAL.fullmatch(name):
        return f"pg:{name}"
    return f"<{_TERMS}{quote(name, safe='', errors='surrogatepass')}>"


def literal(value: Scalar) -> str:
    """A value.

    >>> literal("IOM"), literal(5), literal(True), literal(0.5)
    ('"IOM"', '5', 'true', '"0.5"^^xsd:double')
    """
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return f'"{_double(value)}"^^xsd:double'
    return f'"{_SURROGATE.sub(chr(0xFFFD), value).translate(_ESCAPES)}"'


def _double(value: float) -> str:
    if math.isinf(value):
        return "INF" if value > 0 else "-INF"
    return "NaN" if math.isnan(value) else repr(value)
