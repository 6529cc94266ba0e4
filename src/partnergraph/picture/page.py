"""One HTML file from a store: its network, its answers, our scripts and styles, nothing else."""

from collections import Counter
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partnergraph import garbage
from partnergraph.errors import UsageError
from partnergraph.picture import policy, scripts
from partnergraph.picture.answers import answers
from partnergraph.picture.columns import Columns, documents_of, pack
from partnergraph.picture.marks import marks
from partnergraph.picture.request import VIEWS, Request
from partnergraph.picture.subgraph import Subgraph, subgraph
from partnergraph.store.protocol import Store
from partnergraph.terminal import cut, plain
from partnergraph.vocabulary import vocabulary

if TYPE_CHECKING:
    from partnergraph.picture.network import Network

_TITLE = 120
_HEADLINES = {"matrix": "matrix by topic", "map": "map", "table": "table"}


def page(store: Store, request: Request) -> str:
    """The page a request asks for, as text.

    Raises UsageError for a request that does not fit, or for a graph with nothing to show.
    """
    request.check()
    with garbage.no_search():
        return _page(store, request)


def _page(store: Store, request: Request) -> str:
    from partnergraph.picture.network import Network

    found = subgraph(store, request.scope)
    if not found.nodes:
        raise UsageError(store.name, "there is nothing to show", "load a document first")
    network = Network(found.nodes, found.edges, request.title or Path(store.name).stem)
    documents = store.nodes(documents_of(found.edges))
    centre = _centre(request, found)
    columns = Columns(network, documents, _near(request, centre, found))
    return _written(
        network,
        {
            "title": cut(network.heading, _TITLE),
            "part": plain(found.part),
            "labels": _labels(),
            "types": _types(),
            "views": VIEWS,
            "opening": _opening(request, centre, found, columns),
            "blocks": {
                "graph": pack(columns.graph()),
                "details": pack(columns.details()),
                "words": pack(columns.words()),
                "answers": pack(answers(store, request)),
            },
        },
    )


def _written(network: "Network", data: dict[str, Any]) -> str:
    script, style = scripts.script(), scripts.style()
    opening = data["opening"]
    template = network.templateEnv.get_template("page.html")
    return str(
        template.render(
            title=f"{opening['headline']} – {data['title']}",
            heading=data["title"],
            views=VIEWS,
            data=policy.inline_json(data),
            script=policy.inline(script),
            style=policy.inline(style),
            policy=policy.of([script], [style]),
        )
    )


def _labels() -> list[dict[str, Any]]:
    return [{"name": label, **mark._asdict()} for label, mark in marks().items()]


def _types() -> list[dict[str, str]]:
    types = vocabulary().types.values()
    return [{"name": type.name, "phrase": type.phrase, "kind": type.kind} for type in types]


def _centre(request: Request, found: Subgraph) -> str:
    asked = (request.route.source if request.route else "", *request.scope.centres)
    return next(filter(None, (*asked, request.scope.topic)), "") or _busiest(found)


def _opening(request: Request, centre: str, found: Subgraph, columns: Columns) -> dict[str, Any]:
    route = request.route
    names = {node.id: str(node.properties.get("acronym", node.name)) for node in found.nodes}
    headline = names[centre]
    if route:
        headline = f"{headline} to {names[route.target]}"
    elif request.opens != "focus":
        headline = _HEADLINES.get(request.opens, "") or _answer(request)
    opening: dict[str, Any] = {
        "view": request.opens,
        "node": columns.place[centre],
        "question": request.question,
        "headline": cut(plain(headline), _TITLE),
    }
    if route:
        opening["route"] = {
            "to": columns.place[route.target],
            "follows": route.found.follows,
            "inferred": route.inferred,
            "connects": [plain(said) for said in route.found.connects],
        }
    return opening


def _answer(request: Request) -> str:
    return request.question.replace("-", ": ", 1) or request.opens


def _near(request: Request, centre: str, found: Subgraph) -> set[str]:
    """What is looked at first: the centres and their neighbours."""
    route = request.route
    centres = {centre, *request.scope.centres, *((route.target,) if route else ())}
    ends = ((edge.source, edge.target) for edge in found.edges)
    return centres.union(*(pair for pair in ends if not centres.isdisjoint(pair)))


def _busiest(found: Subgraph) -> str:
    """The stakeholder with the most links; where there is none, whatever has the most."""
    links = Counter(map(attrgetter("source"), found.edges))
    links.update(map(attrgetter("target"), found.edges))
    labels = vocabulary().labels
    return max(
        found.nodes,
        key=lambda node: (labels[node.label].stakeholder, links[node.id], node.id),
    ).id
