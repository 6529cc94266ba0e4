"""Every question on random graphs, against the same question put plainly over a list of edges."""

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnergraph.questions import ask
from partnergraph.questions.projection import types_of
from partnergraph.questions.same import several

FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "agency": st.sampled_from(["agency:iom", "organisation:ngo", "country:bgd"]),
        "roundtable": st.sampled_from(
            ["roundtable:d/1", "roundtable:d/2", ("roundtable:d/1", "roundtable:d/2")]
        ),
        "topic": st.sampled_from(
            ["topic:d/0", "topic:d/1", "topic:no/such", ("topic:d/0", "topic:d/2")]
        ),
        "document": st.sampled_from(["document:a", "document:b", ("document:a", "document:c")]),
        "country": st.sampled_from(["country:bgd", "country:fra", ("country:bgd", "country:fra")]),
        "who": st.just("any"),
        "projection": st.sampled_from(["doing", "expertise", "money"]),
        "inferred": st.just(True),
    },
)
DOING = set(types_of("doing"))


class Plain:
    """A graph as sets, narrowed by the filters."""

    def __init__(self, store, filters):
        self.nodes = {node.id: node for node in store.nodes()}
        self.filters = filters
        self.types = set(types_of(filters.get("projection", "work")))
        every = list(store.edges())
        self.sure = [e for e in every if self.counts(e)]
        self.asked = {key: self.same(several(filters[key])) for key in NARROWING if key in filters}
        self.papers = self.asked.get("document")
        self.edges = [
            e
            for e in self.sure
            if not self.papers or self.papers & {v.document for v in e.evidence}
        ]
        self.up = defaultdict(set)
        for e in self.sure:
            if e.type in ("UNDER", "PART_OF"):
                self.up[e.source].add(e.target)
        self.places = defaultdict(set)
        for e in self.sure:
            if e.type == "LOCATED_IN":
                self.places[e.source].add(e.target)
        self.on = defaultdict(set)
        self.roles = defaultdict(set)
        self.said = defaultdict(set)
        for e in self.edges:
            on_activity = self.label(e.target) == "Activity" and self.placed(e.target)
            if e.type in self.types and on_activity and self.body(e.source):
                self.on[e.source].add(e.target)
                self.roles[e.source, e.target].add(e.type)
                self.said[e.source, e.target] |= {(e.type, v.document) for v in e.evidence}

    def same(self, ids):
        """These and all that SAME_AS ties to them, where inferred relationships count."""
        ids = set(ids)
        while self.filters.get("inferred"):
            ties = {frozenset((e.source, e.target)) for e in self.sure if e.type == "SAME_AS"}
            more = {id for tie in ties if tie & ids for id in tie} - ids
            if not more:
                break
            ids |= more
        return ids

    def counts(self, edge):
        return self.filters.get("inferred") or any(v.basis == "stated" for v in edge.evidence)

    def label(self, id):
        return self.nodes[id].label

    def body(self, id):
        who = ("Agency", "Organisation")
        return self.label(id) in (*who, "Country", "RCP") if self.any else self.label(id) in who

    @property
    def any(self):
        return self.filters.get("who") == "any"

    def pairs(self, type):
        return {(e.source, e.target) for e in self.edges if e.type == type}

    def above(self, id, up=None):
        seen, todo = set(), [id]
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += (self.up if up is None else up)[one]
        return seen

    def placed(self, id):
        """Whether it is in the countries asked for."""
        asked = self.asked.get("country")
        return asked is None or bool(asked & self.above(id, self.places))

    def directed(self, id):
        """Whether it is directed to one of the countries asked for."""
        asked = self.asked.get("country")
        to = {e.target for e in self.sure if e.type == "DIRECTED_TO" and e.source == id}
        return asked is None or bool(asked & to)

    def within(self, id, *keys):
        wanted = keys or ("roundtable", "topic")
        above = self.above(id)
        return all(self.asked[key] & above for key in wanted if key in self.asked)

    def touched(self, id):
        """Whether each container asked for holds it, or something that deals with it."""
        near = {id} | {
            e.source
            for e in self.sure
            if e.target == id and e.type in ("PURSUES", "DISCUSSES", "ASKS_ABOUT")
        }
        wholes = [self.asked[key] for key in ("roundtable", "topic") if key in self.asked]
        placed = any(self.placed(one) for one in near)
        return placed and all(any(whole & self.above(one) for one in near) for whole in wholes)

    def recorded(self, id):
        return {target for source, target in self.pairs("RECORDED_IN") if source == id}

    def covering(self, types):
        covers = {id: set(node.properties.get("covers", ())) for id, node in self.nodes.items()}
        return {id for id, own in covers.items() if own & set(types)}

    def of(self, label):
        return [
            id
            for id in sorted(self.nodes)
            if self.label(id) == label and (not self.filters.get("document") or self.recorded(id))
        ]

    def absence(self, id, types):
        """Whether it is a gap that a document proves, and by which documents."""
        recorded = self.recorded(id)
        proving = recorded & self.covering(types)
        return ("none" if proving else "not recorded", sorted(proving or recorded))

    def crew(self, objective):
        """Who is on an objective, with the activities they are on."""
        crew = defaultdict(set)
        for activity, target in self.pairs("PURSUES"):
            if target == objective and self.within(activity) and self.placed(activity):
                for body, activities in self.on.items():
                    if activity in activities:
                        crew[body].add(activity)
        for body, target in self.pairs("CONTRIBUTES_TO"):
            if target == objective and self.body(body):
                crew[body] |= set()
        return crew

    def scoped(self):
        """Who is on which activities within the containers asked for."""
        scoped = {b: {x for x in on if self.within(x)} for b, on in self.on.items()}
        return {body: on for body, on in scoped.items() if on}

    def topics(self, activities):
        return {
            t
            for x, t in self.pairs("UNDER")
            if x in activities and self.label(t) == "Topic" and self.within(t)
        }

    def listed(self, body, activities):
        """The documents that list who is on activities and have this body on some of these."""
        covers = {id: set(node.properties.get("covers", ())) for id, node in self.nodes.items()}
        return {
            document
            for x in activities
            for type, document in self.said[body, x]
            if type in covers[document]
            and document in self.recorded(x)
            and (not self.papers or document in self.papers)
        }


def unserved(g):
    for o in g.of("Objective"):
        if g.touched(o) and not g.crew(o):
            yield (o, *g.absence(o, g.types))


def single_agency(g):
    for o in g.of("Objective"):
        crew = g.crew(o)
        if g.touched(o) and len(crew) == 1 and g.filters.get("agency") in (None, *crew):
            yield (o, *crew, len(*crew.values()), *g.absence(o, g.types))


def apart(g):
    on = g.scoped()
    for a, b in combinations(sorted(on), 2):
        if g.filters.get("agency") in (None, a, b) and not on[a] & on[b]:
            both = g.listed(a, on[a]) & g.listed(b, on[b])
            topics = g.topics(on[a]) & g.topics(on[b])
            yield (a, b, len(topics), "none" if both else "not recorded", sorted(both))


def absent(g):
    covering = g.covering(g.types) & (g.papers or g.covering(g.types))
    for t in [id for id in g.nodes if g.label(id) == "Topic" and g.within(id)]:
        under = {x for x, target in g.pairs("UNDER") if target == t}
        own = {x for x in under if g.label(x) == "Activity" and g.placed(x)}
        documents = {d for x in own for d in g.recorded(x)} & covering
        present = {b for b, on in g.on.items() if on & own}
        known = {b for b, on in g.on.items() if g.listed(b, on) & documents}
        missing = known - present
        if missing and g.filters.get("agency") in (None, *missing):
            yield (
                t,
                sorted(present),
                sorted(missing),
                len(present),
                len(missing),
                sorted(documents),
            )


def outside(g):
    members = {m for m, rcp in g.pairs("MEMBER_OF") if g.label(rcp) == "RCP"}
    for country in g.of("Country"):
        if country not in members and country in g.asked.get("country", {country}):
            yield (country, *g.absence(country, ["MEMBER_OF"]))


def unanswered(g):
    answered = {item for _, item in g.pairs("ADDRESSES")}
    for item in g.of("Question") + g.of("Recommendation"):
        if item not in answered and g.within(item) and g.directed(item):
            yield (item, g.label(item), *g.absence(item, ["ADDRESSES"]))


def no_agency(g):
    doing = {e.target for e in g.edges if e.type in g.types}
    for x in g.of("Activity"):
        if x not in doing and g.within(x) and g.placed(x):
            yield (x, *g.absence(x, g.types))


def agencies(g):
    on = g.scoped()
    for a, b in combinations(sorted(on), 2):
        common = on[a] & on[b]
        if common and g.filters.get("agency") in (None, a, b):
            roles = [(g.roles[a, x], g.roles[b, x]) for x in common]
            together = sum(1 for one, other in roles if one & DOING and other & DOING)
            expertise = sum(1 for one, other in roles if "HAS_EXPERTISE_IN" in one & other)
            jaccard = round(len(common) / len(on[a] | on[b]), 4)
            yield (a, b, len(common), jaccard, together, expertise)


def activities(g):
    inside = [id for id in g.nodes if g.label(id) == "Activity" and g.within(id)]
    for x in filter(g.placed, inside):
        who = sorted(body for body, on in g.on.items() if x in on)
        if len(who) > 1 and g.filters.get("agency") in (None, *who):
            yield (x, len(who), who)


def objectives(g):
    agency = g.filters.get("agency")
    for o in [id for id in g.nodes if g.label(id) == "Objective"]:
        pursuing = {
            x
            for x, target in g.pairs("PURSUES")
            if target == o and g.within(x) and g.placed(x) and (not agency or x in g.on[agency])
        }
        under = {t for x, t in g.pairs("UNDER") if x in pursuing}
        partly = defaultdict(set)
        for e in g.sure:
            if e.type == "PART_OF":
                partly[e.source].add(e.target)
        g.up, kept = partly, g.up
        rounds = {r for t in under for r in g.above(t) if g.label(r) == "Roundtable"}
        g.up = kept
        documents = {
            v.document
            for e in g.edges
            if e.type == "PURSUES" and e.target == o and e.source in pursuing
            for v in e.evidence
            if not g.papers or v.document in g.papers
        }
        topics = {t for t in under if g.label(t) == "Topic"}
        counts = tuple(len(found) for found in (pursuing, topics, rounds, documents))
        if max(counts) > 1:
            yield (o, *counts)


def topics(g):
    on = defaultdict(set)
    for x, t in g.pairs("UNDER"):
        if g.label(t) == "Topic" and g.within(t, "roundtable"):
            on[t] |= {body for body, own in g.on.items() if x in own}
    for a, b in combinations(sorted(on), 2):
        common = on[a] & on[b]
        wanted = not g.asked.get("topic") or g.asked["topic"] & {a, b}
        if common and wanted and g.filters.get("agency") in (None, *common):
            yield (a, b, len(common), round(len(common) / len(on[a] | on[b]), 4))


GAP = ("absence", "documents_id")
CASES = {
    "gaps-unserved": (unserved, ("objective_id", *GAP)),
    "gaps-single-agency": (single_agency, ("objective_id", "agency_id", "activities", *GAP)),
    "gaps-apart": (apart, ("a_id", "b_id", "topics", *GAP)),
    "gaps-absent": (
        absent,
        ("topic_id", "present_id", "absent_id", "here", "missing", "documents_id"),
    ),
    "gaps-outside": (outside, ("country_id", *GAP)),
    "gaps-unanswered": (unanswered, ("item_id", "kind", *GAP)),
    "gaps-no-agency": (no_agency, ("activity_id", *GAP)),
    "overlaps-agencies": (
        agencies,
        ("a_id", "b_id", "shared", "jaccard", "together", "expertise"),
    ),
    "overlaps-activities": (activities, ("activity_id", "agencies", "who_id")),
    "overlaps-objectives": (
        objectives,
        ("objective_id", "activities", "topics", "roundtables", "documents"),
    ),
    "overlaps-topics": (topics, ("a_id", "b_id", "shared", "jaccard")),
}
NARROWING = ("roundtable", "topic", "country", "document")
TAKES = {
    "gaps-unserved": {*NARROWING, "who", "projection", "inferred"},
    "gaps-outside": {"country", "document", "inferred"},
    "gaps-unanswered": {*NARROWING, "inferred"},
    "gaps-no-agency": {*NARROWING, "projection", "inferred"},
}


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False), filters=FILTERS)
def test_a_question_gives_what_a_plain_count_gives(random_graph, name, random, filters):
    plain, columns = CASES[name]
    filters = {k: v for k, v in filters.items() if k in TAKES.get(name, set(filters))}
    with random_graph(random) as store:
        answer = ask(store, name, **filters)
        expected = list(plain(Plain(store, filters)))
    found = [tuple(row[column] for column in columns) for row in answer.rows]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))
    assert answer.total == len(expected)
    assert bool(answer.empty) == (not expected)
