"""The graph in a Neo4j, read. What is written to it, push and prune say."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from partnergraph.neo4j.bolt import Login, connect, login, one_line
from partnergraph.neo4j.model import EDGE_EXTRAS, MARK, NODE_EXTRAS, OWN_LABEL, SKIPPED
from partnergraph.records.ids import accented, fold
from partnergraph.records.model import Edge, Evidence, Node, Origin, Skipped
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Held, Key, Link, Loaded, Step
from partnergraph.store.rows import plain

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Result, Session, SummaryCounters

_OURS = f"(n:{OWN_LABEL})"
_NODE = "n {.*, source_lines: null, source_places: null}, labels(n)"
_EDGE = "type(r), startNode(r).id, endNode(r).id, properties(r)"
_WORDLESS = """r {.*, evidence_locator: null, evidence_quote: null, evidence_cue: null,
    evidence_cue_locator: null}"""
_BATCH = 5_000
LONGEST = 900.0
Said = TypeVar("Said", Evidence, Origin)


class Neo4jStore:
    """A graph in a Neo4j server or cluster: only what carries our label.

    Use it as a context manager, or close it.
    """

    language: Literal["cypher"] = "cypher"

    def __init__(self, uri: str, who: Login | None = None) -> None:
        """Connect to `uri`, as the environment says unless `who` does.

        Raises StoreError where no server answers, takes the login or has the database.
        """
        from neo4j import GraphDatabase

        self.name = uri
        who = who or login(uri)
        self.database = who.database
        self.driver = connect(uri, who)
        self._written = GraphDatabase.bookmark_manager()
        self._turn = Lock()

    def __enter__(self) -> "Neo4jStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self.driver.close()

    def session(self, write: bool = False) -> "Session":
        """A session; on a cluster it sees all that earlier ones of this store wrote."""
        from neo4j import READ_ACCESS, WRITE_ACCESS

        return self.driver.session(
            database=self.database,
            default_access_mode=WRITE_ACCESS if write else READ_ACCESS,
            fetch_size=_BATCH,
            bookmark_manager=self._written,
        )

    def run(
        self, statement: str, parameters: Mapping[str, Any] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement that only reads; `$name` in it stands for a parameter."""
        with one_line(self.name), self.result(statement, parameters) as found:
            for record in found:
                yield tuple(record.values())

    @contextmanager
    def result(
        self, statement: str, parameters: Mapping[str, Any] | None = None, write: bool = False
    ) -> Iterator["Result"]:
        """What the server answers to a statement, to be read within the block.

        Raises what the driver raises.
        """
        from neo4j import Query

        with self.session(write) as session:
            yield session.run(Query(statement, timeout=LONGEST), dict(parameters or {}))

    def write(self, statement: str, **parameters: Any) -> "SummaryCounters":
        """Change the graph in a transaction that is tried again; what the server counts.

        Threads may call it at once: their statements run one after another, so that none waits for
        the locks of another that waits for its own; only commits overlap. Raises StoreError.
        """
        from neo4j import unit_of_work

        @unit_of_work(timeout=LONGEST)
        def work(transaction: "ManagedTransaction") -> "SummaryCounters":
            with self._turn:
                return transaction.run(statement, parameters).consume().counters

        with one_line(self.name), self.session(write=True) as session:
            return session.execute_write(work)

    def nodes(self, ids: Iterable[str] | None = None, label: str | None = None) -> Iterator[Node]:
        """Nodes by id: all, those of a label, or those of these ids that exist."""
        kind = f":{vocabulary().label(label).name}" if label else ""
        if ids is None:
            yield from self._nodes(f"MATCH (n:{OWN_LABEL}{kind})")
        else:
            match = f"UNWIND $ids AS id MATCH (n:{OWN_LABEL}{kind} {{id: id}})"
            yield from self._nodes(match, ids=sorted(set(ids)))

    def _nodes(self, match: str, **parameters: Any) -> Iterator[Node]:
        statement = f"{match} RETURN {_NODE} ORDER BY n.id"
        for properties, labels in self.run(statement, parameters):
            yield _node(properties, labels)

    def edges(
        self, touching: Iterable[str] | None = None, types: Sequence[str] | None = None
    ) -> Iterator[Edge]:
        """Relationships with all their evidence, by (type, source, target, qualifiers)."""
        wanted = sorted(vocabulary().types if types is None else set(types))
        known = [type for type in wanted if type in vocabulary().types]
        if touching is not None and known:
            match = f"""UNWIND $ids AS id
                MATCH (:{OWN_LABEL} {{id: id}})-[r:{"|".join(known)}]-(:{OWN_LABEL})
                WITH DISTINCT r"""
            yield from self._edges(match, ids=sorted(set(touching)))
        elif touching is None:
            for type in known:
                yield from self._edges(f"MATCH (:{OWN_LABEL})-[r:{type}]->(:{OWN_LABEL})")

    def _edges(self, match: str, **parameters: Any) -> Iterator[Edge]:
        statement = f"""{match} WHERE r.evidence_document IS NOT NULL
            RETURN {_EDGE} ORDER BY type(r), startNode(r).id, endNode(r).id, r.key"""
        for row in self.run(statement, parameters):
            yield _edge(*row)

    def steps(
        self, ids: Iterable[str], types: Sequence[str], inferred: bool = False
    ) -> Iterator[Step]:
        """The relationships of these types with an end among `ids`, without evidence."""
        known = [type for type in types if type in vocabulary().types]
        statement = f"""UNWIND $ids AS id
            MATCH (:{OWN_LABEL} {{id: id}})-[r:{"|".join(known)}]-(:{OWN_LABEL})
            WHERE r.stated OR ($inferred AND r.stated IS NOT NULL)
            RETURN DISTINCT type(r), startNode(r).id, endNode(r).id"""
        ids = iter(ids)
        while known and (batch := list(islice(ids, _BATCH))):
            for row in self.run(statement, {"ids": batch, "inferred": inferred}):
                yield Step(*row)

    def links(self, places: Mapping[str, int], documents: Collection[str] = ()) -> Iterator[Link]:
        """The relationships among nodes, in any order, without the words of their evidence."""
        types = "|".join(vocabulary().types)
        statement = f"""UNWIND $ids AS id
            MATCH (s:{OWN_LABEL} {{id: id}})-[r:{types}]->(t:{OWN_LABEL})
            WHERE r.evidence_document IS NOT NULL
              AND ($documents = [] OR any(id IN $documents WHERE id IN r.evidence_document))
            RETURN elementId(r), type(r), s.id, t.id, {_WORDLESS}"""
        ids = iter(places)
        while batch := list(islice(ids, _BATCH)):
            for key, type, source, target, properties in self.run(
                statement, {"ids": batch, "documents": list(documents)}
            ):
                if target in places:
                    origins = _said(properties, Origin, documents)
                    own = _own(properties, EDGE_EXTRAS)
                    yield Link(key, type, places[source], places[target], own, origins)

    def evidence(
        self, keys: Iterable[Key], documents: Collection[str] = ()
    ) -> Iterator[tuple[Key, tuple[Evidence, ...]]]:
        """The evidence of links by their keys, in any order."""
        statement = """UNWIND $keys AS key MATCH ()-[r]->() WHERE elementId(r) = key
            RETURN key, properties(r)"""
        keys = iter(keys)
        while batch := list(islice(keys, _BATCH)):
            for key, properties in self.run(statement, {"keys": batch}):
                yield key, _said(properties, Evidence, documents)

    def find(self, form: str, labels: Sequence[str] = ()) -> list[Node]:
        """The nodes that have this id, or `form`, folded, as name, alias, acronym or code."""
        match = f"""CALL () {{
                MATCH (n:{OWN_LABEL} {{id: $id}}) RETURN n
                UNION MATCH (n:{OWN_LABEL}) WHERE n.forms CONTAINS $form RETURN n
            }} WITH n WHERE {_LABELLED}"""
        marked = f"{MARK}{fold(form)}{MARK}"
        return list(self._nodes(match, id=form, form=marked, labels=list(labels)))

    def holding(self, beginnings: Sequence[str], kinds: Sequence[str]) -> Iterator[Held]:
        """Texts of these kinds with a word that begins so, for each of the folded `beginnings`."""
        patterns = [f"(?s).*{accented(beginning)}.*" for beginning in beginnings]
        for kind in kinds:
            for row in self.run(_HOLDING[kind], {"patterns": patterns}):
                yield Held(row[0], kind, *row[1:])

    def counts(self) -> dict[str, dict[str, int]]:
        """How many nodes and relationships by label and type."""
        nodes = self.run(
            f"MATCH {_OURS} UNWIND labels(n) AS label RETURN label, count(*) ORDER BY label"
        )
        edges = self.run(
            f"""MATCH (:{OWN_LABEL})-[r]->(:{OWN_LABEL}) WHERE r.evidence_document IS NOT NULL
            RETURN type(r) AS type, count(*) ORDER BY type"""
        )
        labels, types = vocabulary().labels, vocabulary().types
        return {
            "nodes": {label: count for label, count in nodes if label in labels},
            "edges": {type: count for type, count in edges if type in types},
        }

    def loaded(self) -> list[Loaded]:
        """The documents that were read from files, by id."""
        statement = f"""MATCH (n:Document:{OWN_LABEL}) WHERE n.source_genres IS NOT NULL
            RETURN {_NODE} ORDER BY n.id"""
        return [
            Loaded(
                _node(properties, labels),
                tuple(properties["source_genres"]),
                len(properties.get("source_skipped_locator", ())),
            )
            for properties, labels in self.run(statement)
        ]

    def skipped(self, document: str) -> list[Skipped]:
        """What was not understood of a document, in the order of its lines."""
        lists = self._source(document, *(f"skipped_{field}" for field in SKIPPED))
        return [Skipped(document, *item) for item in zip(*lists, strict=True)] if lists else []

    def lines(self, document: str) -> list[tuple[str, str]] | None:
        """A document's lines with their places; None where only its facts are known."""
        lists = self._source(document, "places", "lines")
        return list(zip(*lists, strict=True)) if lists else None

    def _source(self, document: str, *fields: str) -> tuple[list[Any], ...] | None:
        """What a document carries of its file; None where it carries none."""
        wanted = ", ".join(f"n.source_{field}" for field in fields)
        statement = f"MATCH (n:Document:{OWN_LABEL} {{id: $id}}) RETURN {wanted}"
        found = next(self.run(statement, {"id": document}), (None,))
        return None if None in found else found


_LABELLED = "($labels = [] OR any(label IN labels(n) WHERE label IN $labels))"


_HOLDING = {
    "name": f"MATCH {_OURS} WHERE all(p IN $patterns WHERE n.forms =~ p) RETURN n.id",
    "text": f"""MATCH {_OURS} WHERE n.details IS NOT NULL OR n.response IS NOT NULL
        WITH n.id AS id, trim(coalesce(n.details, '') + ' ' + coalesce(n.response, '')) AS text
        WHERE all(p IN $patterns WHERE text =~ p) RETURN id, text""",
    "quote": f"""MATCH (s:{OWN_LABEL})-[r]->(t:{OWN_LABEL}) WHERE r.evidence_document IS NOT NULL
        UNWIND range(0, size(r.evidence_quote) - 1) AS i
        WITH s, t, r, i WHERE r.evidence_basis[i] = 'stated'
          AND all(p IN $patterns WHERE r.evidence_quote[i] =~ p)
        UNWIND [s, t] AS n WITH n, r, i WHERE NOT n:Document
        RETURN n.id, r.evidence_quote[i], r.evidence_document[i], r.evidence_locator[i]""",
    "line": f"""MATCH (n:Document:{OWN_LABEL}) WHERE n.source_lines IS NOT NULL
        UNWIND range(0, size(n.source_lines) - 1) AS i
        WITH n, i WHERE all(p IN $patterns WHERE n.source_lines[i] =~ p)
        RETURN n.id AS id, n.source_lines[i], n.id AS document, n.source_places[i]""",
}


def _node(properties: Mapping[str, Any], labels: Iterable[str]) -> Node:
    (label,) = vocabulary().labels.keys() & set(labels)
    return Node(properties["id"], label, properties["name"], _own(properties, _NODE_OWN))


def _edge(type: str, source: str, target: str, properties: Mapping[str, Any]) -> Edge:
    evidence = _said(properties, Evidence)
    return Edge(type, source, target, evidence, _own(properties, EDGE_EXTRAS))


def _said(
    properties: Mapping[str, Any], record: type[Said], documents: Collection[str] = ()
) -> tuple[Said, ...]:
    """What a relationship rests on, all of it or what some documents say."""
    none = [""] * len(properties["evidence_document"])  # pushed before evidence had cues
    lists = (properties.get(f"evidence_{field}", none) for field in record._fields)
    items = (record._make(item) for item in zip(*lists, strict=True))
    return tuple(sorted(item for item in items if not documents or item.document in documents))


_NODE_OWN = {"id", "name", *NODE_EXTRAS}


def _own(properties: Mapping[str, Any], but: Iterable[str]) -> dict[str, Any]:
    """The graph's own properties, in the order every store has them."""
    return {key: plain(properties[key]) for key in sorted(properties) if key not in but}
