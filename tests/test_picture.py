"""The picture's page as text: its policy, its data, its answers, the part of the graph it holds."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser

import pytest

from partnergraph.errors import UsageError
from partnergraph.picture import Request, Route, Scope, page, policy, scripts, to_pyvis
from partnergraph.picture.answers import in_order
from partnergraph.picture.columns import pack
from partnergraph.picture.marks import groups, marks
from partnergraph.picture.network import Network
from partnergraph.picture.opening import sentences
from partnergraph.picture.subgraph import scope_around, subgraph
from partnergraph.picture.title import title
from partnergraph.pipeline.load import load
from partnergraph.questions import listing
from partnergraph.questions.answer import ask
from partnergraph.questions.path import path
from partnergraph.records.model import Edge, Evidence, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.cells import ordered
from partnergraph.screen.words import wording
from partnergraph.store.sqlite import SqliteStore

MATRIX = "document:gfmd-2007-activities-matrix"
TRAFFICKING = "topic:gfmd-2007-activities-matrix/1h"
HOSTILE = [
    "</script><script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    "</title><style>*{}</style>",
    "<!--<script>",
    "javascript:alert(1)",
    "\u202eright to left\u2066",
    "a lone \ud800 surrogate",
    "{{ 7 * 7 }}",
    "line\u2028and paragraph\u2029",
]


class Parts(HTMLParser):
    """The elements of a page, and what stands in its scripts, styles and title."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.texts.append([tag, dict(attrs), ""])
        self.inside = True

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1][2] += data

    def text(self, tag, **attributes):
        return [
            text
            for name, attrs, text in self.texts
            if name == tag and attributes.items() <= attrs.items()
        ]


def data(text):
    return json.loads(Parts(text).text("script", id="data")[0])


def block(text, name):
    return json.loads(zlib.decompress(base64.b64decode(data(text)["blocks"][name])))


def summed(differences):
    total, sums = 0, []
    for difference in differences:
        total += difference
        sums.append(total)
    return sums


def spread(runs):
    return [value for value, length in runs for _ in range(length)]


@pytest.fixture(scope="module")
def whole(seeds_db):
    with SqliteStore(seeds_db) as store:
        return page(store, Request(title="Seeds"))


def test_the_policy_names_each_script_and_style_by_its_hash_and_nothing_else(whole):
    parts = Parts(whole)
    (meta,) = [a for tag, a in parts.elements if tag == "meta" and "http-equiv" in a]
    scripted = [
        text for text in parts.text("script") if text not in parts.text("script", id="data")
    ]
    for kind, texts in (("script", scripted), ("style", parts.text("style"))):
        digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
        allowed = re.search(rf"{kind}-src ([^;]*);", meta["content"])
        assert allowed[1] == " ".join(f"'sha256-{digest}'" for digest in digests)
    assert meta["content"].startswith("default-src 'none'; ")
    assert "unsafe" not in meta["content"]


def test_nothing_in_the_page_leads_out_of_it_or_styles_itself(whole):
    for tag, attributes in Parts(whole).elements:
        assert not {"src", "href", "style", "srcdoc"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag


def test_the_scripts_use_nothing_that_reads_text_as_markup_or_code():
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "Function("):
        assert word not in scripts.script(), word


def test_views_are_tabs_with_these_names_and_search_is_a_combobox(whole):
    parts = Parts(whole)
    tabs = [t.strip() for t in parts.text("button", role="tab")]
    assert tabs == ["Focus", "Matrix", "Map", "Table", "Gaps", "Overlaps"]
    assert parts.text("input", role="combobox")
    assert parts.text("section", **{"aria-label": "Evidence"})
    assert parts.text("title") == ["IOM – Seeds"]


def test_the_columns_say_what_the_store_says(whole, seeds):
    graph = block(whole, "graph")
    labels = [label.lower() for label in spread(graph["labels"])]
    ids = [f"{label}:{slug}" for label, slug in zip(labels, graph["ids"], strict=True)]
    nodes = {node.id: node for node in seeds.nodes()}
    assert set(ids) == set(nodes)
    assert [nodes[id].name for id in ids] == graph["names"]
    ends = zip(spread(graph["types"]), summed(graph["sources"]), graph["targets"], strict=True)
    found = [(type, ids[source], ids[target]) for type, source, target in ends]
    assert sorted(found) == sorted((e.type, e.source, e.target) for e in seeds.edges())
    inferred = {found[link] for link in summed(graph["inferred"])}
    expected = {
        (e.type, e.source, e.target)
        for e in seeds.edges()
        if all(item.basis == "inferred" for item in e.evidence)
    }
    assert inferred == expected != set()


def test_the_words_stand_beside_their_links(whole, seeds):
    graph, words = block(whole, "graph"), block(whole, "words")
    labels = [label.lower() for label in spread(graph["labels"])]
    ids = [f"{label}:{slug}" for label, slug in zip(labels, graph["ids"], strict=True)]
    link = next(
        number
        for number, (type, source, target) in enumerate(
            zip(spread(graph["types"]), summed(graph["sources"]), graph["targets"], strict=True)
        )
        if (type, ids[source]) == ("HAS_EXPERTISE_IN", "agency:unhcr")
        and ids[target].startswith("activity:gfmd-2007-activities-matrix/1h")
    )
    first = sum(words["counts"][:link])
    document, method, inferred = words["origins"][words["said"][first]]
    (edge,) = [
        e
        for e in seeds.edges(["agency:unhcr"], ["HAS_EXPERTISE_IN"])
        if e.target.startswith("activity:gfmd-2007-activities-matrix/1h")
    ]
    assert words["documents"][document]["file"] == "gfmd-2007-activities-matrix.txt"
    assert (words["quote"][first], method) == (edge.evidence[0].quote, edge.evidence[0].method)
    assert words["locator"][first] == edge.evidence[0].locator == "lines 712-713, 720"
    assert not inferred


def test_of_many_quotes_those_around_the_centre_are_kept(seeds, monkeypatch):
    monkeypatch.setattr("partnergraph.picture.columns.MOST_QUOTES", 10)
    text = page(seeds, Request(Scope(("agency:unodc",))))
    words = block(text, "words")
    near = {
        end.partition(":")[2]
        for edge in seeds.edges(["agency:unodc"])
        for end in (edge.source, edge.target)
    }
    pairs = quoted(text)
    assert 0 < len(pairs) <= 10
    assert not any(near.isdisjoint(pair) for pair in pairs)
    assert [bool(text) for text in words["locator"]] == [bool(text) for text in words["quote"]]
    whole_words = block(page(seeds, Request()), "words")
    for part in ("documents", "counts"):
        assert words[part] == whole_words[part]
    origins = [words["origins"][n] for n in words["said"]]
    assert sorted(origins) == sorted(whole_words["origins"][n] for n in whole_words["said"])


def quoted(text):
    """The ends, by slug, of the links of a page that are quoted."""
    graph, words = block(text, "graph"), block(text, "words")
    ids = graph["ids"]
    links = zip(summed(graph["sources"]), graph["targets"], words["counts"], strict=True)
    each = [(ids[source], ids[target]) for source, target, count in links for _ in range(count)]
    return [pair for pair, quote in zip(each, words["quote"], strict=True) if quote]


def test_of_many_quotes_a_path_has_the_first_and_then_its_ends(seeds, monkeypatch):
    found = path(seeds, "agency:unodc", "agency:un-desa")
    route = Route("agency:unodc", "agency:un-desa", found)
    hops = {(hop.source.partition(":")[2], hop.target.partition(":")[2]) for hop in found.hops}
    for most in (len(hops), 40):
        monkeypatch.setattr("partnergraph.picture.columns.MOST_QUOTES", most)
        assert hops <= set(quoted(page(seeds, Request(route=route))))


def test_a_neighbour_with_many_links_takes_no_quotes_from_the_centre(seeds, monkeypatch):
    own = [item for e in seeds.edges(["agency:un-desa"]) for item in e.evidence]
    monkeypatch.setattr("partnergraph.picture.columns.MOST_QUOTES", len(own))
    pairs = quoted(page(seeds, Request(Scope(("agency:un-desa",)))))
    assert len(pairs) == len(own)
    assert all("un-desa" in pair for pair in pairs)


@pytest.mark.parametrize(
    ("scope", "part"),
    [
        (Scope(("agency:iom",), 1, (MATRIX,)), "what Matrix says of what is within 1 step of IOM"),
        (Scope(topics=(TRAFFICKING,), hops=0), "what is under Trafficking"),
        (
            Scope(topics=(TRAFFICKING,)),
            "what is under Trafficking, and what is within 1 step of that",
        ),
        (
            Scope(topics=(TRAFFICKING,), hops=2, documents=(MATRIX,)),
            "what Matrix says of what is under Trafficking, and what is within 2 steps of that",
        ),
    ],
)
def test_a_page_says_of_what_part_it_is(seeds, scope, part):
    names = {node.id: node.name for node in seeds.nodes([MATRIX, TRAFFICKING])}
    expected = part.replace("Matrix", names[MATRIX]).replace("Trafficking", names[TRAFFICKING])
    assert subgraph(seeds, scope).part == expected


def test_a_document_that_links_nothing_is_shown_alone(tmp_path):
    said = {"document": "document:a", "locator": "row 1", "quote": "b"}
    said |= {"method": "rows", "basis": "stated"}
    ends = {"type": "RECORDED_IN", "source": "document:b", "target": "document:a"}
    lines = [{"node": {"id": f"document:{n}", "label": "Document", "name": n}} for n in "ab"]
    lines.append({"edge": {**ends, "evidence": [said]}})
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    load([tmp_path / "two.jsonl"], tmp_path / "two.db")
    with SqliteStore(tmp_path / "two.db") as store:
        text = page(store, Request(Scope(documents=("document:b",))))
    assert block(text, "graph")["ids"] == ["b"]


def test_documents_say_what_they_cover(whole):
    graph = block(whole, "graph")
    labels = spread(graph["labels"])
    covers = {graph["ids"][int(n)]: types for n, types in graph["covers"].items()}
    assert {labels[int(n)] for n in graph["covers"]} == {"Document"}
    assert "HAS_EXPERTISE_IN" in covers["gfmd-2007-activities-matrix"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_data_in_title_labels_quotes_and_ids(text, tmp_path):
    said = Evidence("document:d", "line 1", text, text, "stated")
    nodes = [
        Node(f"topic:{text}", "Topic", text),
        Node("document:d", "Document", text, {"file": text}),
    ]
    edges = [Edge("RECORDED_IN", nodes[0].id, "document:d", (said,))]
    network = Network(nodes, edges, text)
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert json.loads(zlib.decompress(base64.b64decode(pack({text: [text]})))) == {kept: [kept]}
    written = str(policy.inline_json({"title": text}))
    assert not re.search(r"[<>&\u2028\u2029\ud800-\udfff]", written)
    stock = Parts(network.generate_html())
    assert [tag for tag, _ in stock.elements].count("script") == 3
    assert not [tag for tag, _ in stock.elements if tag == "img"]


def test_a_hostile_title_ends_no_element(seeds):
    for text in HOSTILE:
        parts = Parts(page(seeds, Request(title=text)))
        tags = [tag for tag, _ in parts.elements]
        assert (tags.count("script"), tags.count("style"), tags.count("img")) == (3, 1, 0)


def test_what_would_end_its_element_is_refused():
    with pytest.raises(ValueError, match="would end the element"):
        policy.inline("a </SCRIPT> b")


def test_answers_are_those_of_the_catalogue(whole, seeds):
    found = block(whole, "answers")
    for family in ("gaps", "overlaps"):
        names = [answer["name"] for answer in found[family]]
        assert names == in_order(family)
        assert sorted(names) == listing.kinds(family)
    apart = next(answer for answer in found["gaps"] if answer["name"] == "gaps-apart")
    expected = ask(seeds, "gaps-apart")
    words = wording(listing.question("gaps-apart"))
    assert (apart["total"], apart["projection"]) == (expected.total, expected.projection)
    assert apart["rows"] == [
        {k: list(v) if isinstance(v, tuple) else v for k, v in row.items() if v is not None}
        for row in ordered(expected.rows, words.order)
    ]
    assert apart["title"] == words.title
    assert apart["columns"] == [list(column) for column in words.columns.items()]
    assert apart["rows"][0]["absence"] == "none"


def test_an_answer_that_is_given_is_shown_as_it_is(seeds):
    answer = ask(seeds, "gaps-apart", 2, agency="agency:unodc")
    text = page(seeds, Request(gap="apart", answers={"gaps-apart": answer}))
    (shown,) = block(text, "answers")["gaps"]
    assert (len(shown["rows"]), shown["total"]) == (2, answer.total)
    assert data(text)["opening"]["view"] == "gaps"
    title = wording(listing.question("gaps-apart")).title
    assert Parts(text).text("title")[0].startswith(f"{title} – ")


def test_a_page_opens_on_a_path(seeds):
    found = path(seeds, "agency:unodc", "agency:un-desa")
    route = Route("agency:unodc", "agency:un-desa", found)
    text = page(seeds, Request(title="T", route=route))
    opening = data(text)["opening"]
    ids = block(text, "graph")["ids"]
    assert ids[opening["node"]] == "unodc"
    assert ids[opening["route"]["to"]] == "un-desa"
    assert opening["route"]["inferred"] is False
    assert Parts(text).text("title") == ["UNODC to UN-DESA – T"]


def test_hops_count_from_the_centre(seeds):
    near = subgraph(seeds, Scope(("agency:unodc",), 1))
    ids = {node.id for node in near.nodes}
    steps = seeds.steps(["agency:unodc"], list(vocabulary().types), inferred=True)
    ends = {end for step in steps for end in (step.source, step.target)}
    assert ids == ends | {MATRIX}
    assert near.part == "what is within 1 step of UNODC"
    alone = subgraph(seeds, Scope(("agency:unodc",), 0))
    assert {node.label for node in alone.nodes} == {"Agency", "Document"}


def test_a_topic_holds_what_stands_under_it_and_its_neighbours(seeds):
    found = subgraph(seeds, Scope(topics=(TRAFFICKING,)))
    ids = {node.id for node in found.nodes}
    under = {e.source for e in seeds.edges([TRAFFICKING], ["UNDER"])}
    assert under < ids
    assert {"agency:unodc", "agency:iom", TRAFFICKING} < ids
    assert "country:che" not in ids


def test_a_centre_is_on_the_page_wherever_it_stands(seeds):
    for scope in (Scope(topics=(TRAFFICKING,)), Scope(documents=(MATRIX,)), Scope(hops=0)):
        asked = scope._replace(centres=("country:che", "agency:iom"))
        text = page(seeds, Request(asked))
        ids = block(text, "graph")["ids"]
        assert ids[data(text)["opening"]["node"]] == "che", scope


def test_a_document_holds_what_it_says(seeds):
    found = subgraph(seeds, Scope(documents=(MATRIX,)))
    ids = {node.id for node in found.nodes}
    said = [e for e in seeds.edges() if any(item.document == MATRIX for item in e.evidence)]
    assert ids == {end for edge in said for end in (edge.source, edge.target)}
    assert {"agency:unodc"} < ids
    assert "country:che" not in ids
    words = block(page(seeds, Request(Scope(documents=(MATRIX,)))), "words")
    assert [document["id"] for document in words["documents"]] == [MATRIX]
    assert len(words["counts"]) == len(said)


def test_a_graph_too_large_is_shown_around_what_was_asked(seeds, monkeypatch):
    monkeypatch.setattr("partnergraph.picture.subgraph.MOST_NODES", 100)
    size = len(list(seeds.nodes()))
    with pytest.raises(UsageError, match=f"{size} things are too many for one page; name a"):
        subgraph(seeds, Scope())
    assert scope_around(seeds, ["agency:unodc", "agency:unodc"]) == Scope(("agency:unodc",), 1)
    assert subgraph(seeds, Scope(("agency:unodc",), 1)).nodes


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Request(view="globe"), "globe: no such view; use one of focus, matrix"),
        (Request(gap="nix"), "gaps-nix: no such question"),
        (Request(gap="apart", overlap="topics"), "--overlap: a page opens on one answer"),
        (Request(Scope(hops=2)), "--hops: it counts from a centre"),
    ],
)
def test_what_does_not_exist_or_fit_is_an_error(seeds, request_, words):
    with pytest.raises(UsageError, match=words):
        page(seeds, request_)


def test_every_label_has_a_mark_and_no_two_look_the_same():
    signs = {(mark.shape, mark.hollow) for mark in marks().values()}
    assert len(signs) == len(marks()) == len(vocabulary().labels)


def test_modules_are_joined_once_each_and_none_imports_itself(monkeypatch, tmp_path):
    assert scripts.script().count("const from_graph = ") == 1
    assert not re.search(r"^(import|export) ", scripts.script(), re.MULTILINE)
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "main.js").write_text('import { a } from "./a.js";\n')
    (tmp_path / "js" / "a.js").write_text('import { b } from "./main.js";\nexport const a = 1;\n')
    monkeypatch.setattr(scripts, "_HERE", tmp_path)
    with pytest.raises(ValueError, match=r"main\.js imports itself by way of main\.js and a\.js"):
        scripts.script.__wrapped__()


def test_to_pyvis_gives_the_network_as_pyvis_knows_it(seeds):
    network = to_pyvis(seeds, "agency:unodc")
    assert "agency:unodc" in network.get_nodes()
    assert network.num_edges() == len(network.facts) > 0
    assert network.get_node("agency:unodc")["label"] == "UNODC"
    network.toggle_physics(False)
    text = network.generate_html()
    assert "cdn" not in Parts(text).elements
    assert '"physics":{"enabled":false' in text


def test_pyvis_is_imported_only_when_used_and_without_ipython():
    code = """
import sys
import partnergraph.cli.render, partnergraph.picture
assert "pyvis" not in sys.modules
import partnergraph.picture.network
assert "pyvis" in sys.modules and "IPython" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_page_is_named_after_what_was_read_and_to_when(seeds):
    assert title(seeds, Scope()) == (
        "Who does what with whom in 5 documents, up to 12 November 2020"
    )
    one = Scope(documents=("document:gcm-2017-thematic-session-4-summary",))
    assert title(seeds, one).startswith("Who does what with whom in Contributions of migrants and")
    assert title(seeds, one).endswith(", up to 9 August 2017")
    assert title(seeds, Scope(documents=(MATRIX,))).endswith("Matrix of projects/activit…")


def test_a_page_begins_with_what_it_holds_its_gaps_and_its_overlaps(whole, seeds):
    told = data(whole)["told"]
    assert "gfmd-2007-activities-matrix.txt" in told["read"]
    assert "gcm-review-2020-roundtable-1.txt (12 November 2020)" in told["read"]
    links = sum(1 for _ in seeds.edges())
    assert told["holds"].startswith("9 agencies, 45 organisations, 13 countries, 73 activities")
    assert told["holds"].endswith(f"{links:,} statements, each with the words it rests on")
    for family in ("gaps", "overlaps"):
        found = told[family]
        assert len(found) == len({one["kind"] for one in found}) == 3
        for one in found:
            answer = ask(seeds, one["kind"])
            assert one["total"] == answer.total
            assert any(
                all(row.get(key) == value for key, value in one["row"].items())
                for row in map(dict, answer.rows)
            )
            assert answer.rows[0].get("absence") != "not recorded"
    shared = next(one for one in told["overlaps"] if one["kind"] == "overlaps-agencies")
    assert shared["text"] == "IOM and UNDP are on 28 of the same activities"


def test_a_page_of_something_begins_with_that(seeds):
    for request in (Request(Scope(("agency:unodc",))), Request(gap=""), Request(view="map")):
        assert data(page(seeds, request))["told"] is None


def test_every_kind_has_a_sentence_and_every_type_one_group():
    kinds = {name for family in ("gaps", "overlaps") for name in listing.kinds(family)}
    assert set(sentences()) == kinds
    for name, sentence in sentences().items():
        fields = {column.name for column in listing.question(name).columns}
        assert set(re.findall(r"\{(\w+)#?\}", sentence)) <= fields
    listed = [type for types in groups().values() for type in types]
    assert sorted(listed) == sorted(vocabulary().types)


def test_a_page_carries_no_comments_and_no_indents():
    for text in (scripts.script(), scripts.style()):
        assert not re.search(r"^(//|/\*[^/]*\*/$)|^[ \t]+\S", text, re.MULTILINE)
