"""One HTML file from a store: its network, its answers, our scripts and styles, nothing else."""

from collections.abc import Iterable
from typing import Any

from partnergraph import garbage
from partnergraph.characters import cut, plain
from partnergraph.errors import UsageError
from partnergraph.picture import policy, scripts
from partnergraph.picture.answers import answers, titles
from partnergraph.picture.columns import Columns, pack
from partnergraph.picture.marks import groups, marks
from partnergraph.picture.opening import told
from partnergraph.picture.request import VIEWS, Request
from partnergraph.picture.subgraph import subgraph
from partnergraph.picture.title import title
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

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
    found = subgraph(store, request.scope)
    if not found.nodes:
        todo = "ask for less" if found.part else "load a document first"
        raise UsageError(found.part or store.name, "there is nothing to show", todo)
    columns = Columns(store, found)
    centre = _centre(request, columns)
    answered = answers(store, request)
    return _written(
        {
            "title": cut(plain(request.title.strip() or title(store, request.scope)), _TITLE),
            "part": plain(found.part),
            "labels": _labels(),
            "types": _types(),
            "groups": groups(),
            "kinds": titles(),
            "views": VIEWS,
            "opening": _opening(request, centre, found.nodes, columns),
            "told": told(store, found, columns.size, answered) if request.is_open else None,
            "blocks": {
                "graph": pack(columns.graph()),
                "details": pack(columns.details()),
                "words": pack(columns.words(_centres(request, centre))),
                "answers": pack(answered),
            },
        },
    )


def _written(data: dict[str, Any]) -> str:
    from partnergraph.picture.template import environment

    script, able, style = scripts.script(), scripts.able(), scripts.style()
    opening = data["opening"]
    template = environment().get_template("page.html")
    return str(
        template.render(
            title=f"{opening['headline']} – {data['title']}",
            heading=data["title"],
            views=VIEWS,
            data=policy.inline_json(data),
            script=policy.inline(script),
            able=policy.inline(able),
            style=policy.inline(style),
            policy=policy.of([script, able], [style]),
        )
    )


def _labels() -> list[dict[str, Any]]:
    known = vocabulary().labels
    return [
        {"name": label, "acts": known[label].stakeholder, **mark._asdict()}
        for label, mark in marks().items()
    ]


def _types() -> list[dict[str, str]]:
    types = vocabulary().types.values()
    return [{"name": type.name, "phrase": type.phrase, "kind": type.kind} for type in types]


def _centre(request: Request, columns: Columns) -> str:
    asked = (request.route.source if request.route else "", *request.scope.centres)
    return next(filter(None, (*asked, *request.scope.wholes)), "") or columns.busiest()


def _centres(request: Request, centre: str) -> set[str]:
    route = request.route
    passed = {route.target, *route.found.things} if route else ()
    return {centre, *request.scope.centres, *passed}


def _opening(
    request: Request, centre: str, nodes: Iterable[Node], columns: Columns
) -> dict[str, Any]:
    route = request.route
    names = {node.id: str(node.properties.get("acronym", node.name)) for node in nodes}
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
    return titles()[request.question] if request.question else request.opens
