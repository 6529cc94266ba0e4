// @ts-check
/** @import { Graph } from "./graph.js" */
/** @import { Page } from "./main.js" */
import { counted, cut, el, refill, svg, words } from "./dom.js";
import { showLinks } from "./evidence.js";
import { mark } from "./marks.js";
import { shortestPaths } from "./paths.js";
import { isCut, lines, text } from "./text.js";

const STEP = 112;
const MOST_WIDTH = 760;
const shown = { key: "", at: 0, inferred: false };

/**
 * A path as a lane: its things one below the other, between them the phrases that join them.
 * @param {HTMLElement} panel
 * @param {Page} page
 * @param {number} to where it ends
 */
export function drawRoute(panel, page, to) {
  const key = `${page.place.node} ${to}`;
  if (shown.key !== key)
    Object.assign(shown, { key, at: 0, inferred: asked(page)?.inferred ?? false });
  const { paths, more } = pathsOf(page, to);
  shown.at = Math.min(shown.at, Math.max(paths.length - 1, 0));
  const links = paths.at(shown.at);
  refill(
    panel,
    heading(page, to),
    links ? count(page, paths, more) : none(page),
    ...(links ? [lane(page, links, panel.clientWidth - 16), sentences(page, links)] : []),
  );
  prove(page, to, links);
}

/** What the page was opened on, where this is it. @param {Page} page */
export function asked({ place, data: { opening } }) {
  const { node, route } = opening;
  return route && route.to === place.to && node === place.node ? route : null;
}

/**
 * Over what was asked for, or what the filters show; over links that no text states only where the
 * reader wants it.
 * @param {Page} page
 * @param {number} to
 */
function pathsOf(page, to) {
  const { graph, place, filters } = page;
  const route = asked(page);
  const wanted = new Set(route?.follows);
  return shortestPaths(
    graph,
    place.node,
    to,
    (link) =>
      !graph.weak(link) &&
      (shown.inferred || !graph.inferred[link]) &&
      (route ? wanted.has(graph.types[graph.type[link]].name) : filters.follows(link)),
  );
}

/** @param {Page} page @param {number} to */
function heading(page, to) {
  const { graph, place } = page;
  /** @type {(node: number) => HTMLElement} */
  const name = (node) => words(cut(graph.short(node), 80));
  return el(
    "div",
    { class: "bar" },
    el("h2", {}, el("span", {}, name(place.node), " to ", name(to))),
    el(
      "a",
      { href: page.at({ view: "focus", node: place.node, to: null }) },
      "Back to ",
      name(place.node),
    ),
    el("button", { type: "button", click: () => page.connect() }, "Connect with …"),
    el("label", {}, inferredToo(page), "inferred statements too"),
  );
}

/** @param {Page} page */
function inferredToo(page) {
  /** @type {HTMLInputElement} */
  const box = el("input", {
    type: "checkbox",
    change: () => {
      shown.inferred = box.checked;
      page.draw();
    },
  });
  box.checked = shown.inferred;
  return box;
}

/** @param {Page} page @param {number[][]} paths @param {boolean} more whether there are others */
function count(page, paths, more) {
  /** @type {(by: number) => () => void} */
  const turn = (by) => () => {
    shown.at = (shown.at + paths.length + by) % paths.length;
    page.draw();
  };
  const all = more ? `the first ${paths.length}` : String(paths.length);
  const buttons =
    paths.length > 1
      ? [
          el("button", { type: "button", click: turn(-1) }, "Previous path"),
          el("button", { type: "button", click: turn(1) }, "Next path"),
        ]
      : [];
  return el(
    "div",
    { class: "bar" },
    el("span", {}, `${counted(paths[0].length, "step")}; shortest path ${shown.at + 1} of ${all}`),
    ...buttons,
  );
}

/** @param {Page} page */
function none(page) {
  const connects = asked(page)?.connects ?? [];
  const said = shown.inferred
    ? "Nothing on this page connects the two."
    : "No plain statements on this page connect the two.";
  return el(
    "div",
    {},
    el("p", {}, said),
    connects.length ? el("p", {}, "What would:") : null,
    el("ul", {}, ...connects.map((said) => el("li", { dir: "auto" }, said))),
  );
}

/** The lane of the path that is shown, as wide as it may be. @param {Page} page @param {number} to */
export function route(page, to) {
  const links = pathsOf(page, to).paths.at(shown.at);
  return links ? lane(page, links, MOST_WIDTH) : null;
}

/** @param {Page} page @param {number[]} links @param {number} wide */
function lane(page, links, wide) {
  const { graph, place } = page;
  const room = Math.min(Math.max(wide, 340), MOST_WIDTH);
  const height = links.length * STEP + 60;
  const drawing = svg("svg", {
    class: "drawing route",
    viewBox: `0 0 ${room} ${height}`,
    width: room,
    height,
    role: "group",
    "aria-label": "The path, step by step",
  });
  let node = place.node;
  drawing.append(station(page, node, 30, room));
  links.forEach((link, at) => {
    const top = 30 + at * STEP;
    drawing.append(...hop(graph, link, graph.sources[link] === node, top, room));
    node = graph.other(link, node);
    drawing.append(station(page, node, top + STEP, room));
  });
  return drawing;
}

/** @param {Page} page @param {number} node @param {number} y @param {number} room */
function station(page, node, y, room) {
  const { graph } = page;
  const label = graph.labels[graph.label[node]];
  const shown = lines(graph.short(node), room - 74, 3, 14, "600");
  return svg(
    "a",
    {
      class: "thing station",
      href: page.at({ view: "focus", node, to: null }),
      "data-whole":
        isCut(shown) || graph.short(node) !== graph.names[node] ? graph.names[node] : null,
      "aria-label": `${cut(graph.names[node], 400)} (${label.name})`,
    },
    svg("rect", { class: "hit", x: 4, y: y - 27, width: room - 8, height: 54, rx: 6 }),
    mark(label, 26, y, 10),
    ...text(shown, 48, y, 14, "600", "name"),
  );
}

/**
 * A step from one thing down to the next.
 * @param {Graph} graph
 * @param {number} link
 * @param {boolean} along whether the link leads downwards
 * @param {number} top
 * @param {number} room
 */
function hop(graph, link, along, top, room) {
  const [y1, y2] = [top + 30, top + STEP - 30];
  const tip = along ? `M20,${y2 - 8}L26,${y2}L32,${y2 - 8}` : `M20,${y1 + 8}L26,${y1}L32,${y1 + 8}`;
  const phrase = `${graph.types[graph.type[link]].phrase}${along ? "" : " (read upwards)"}`;
  const inferred = graph.inferred[link] ? " inferred" : "";
  return [
    svg(
      "g",
      { class: `curve near${inferred}` },
      svg("path", { class: "line", d: `M26,${y1}L26,${y2}` }),
    ),
    svg("path", { class: "tip", d: tip }),
    ...text(lines(phrase, room - 70, 1, 13), 48, (y1 + y2) / 2, 13, "400", "phrase"),
  ];
}

/** @param {Page} page @param {number[]} links */
function sentences(page, links) {
  const { graph } = page;
  return el(
    "ol",
    { class: "sentences", "aria-label": "The path in sentences" },
    ...links.map((link) =>
      el("li", {}, ...graph.spoken(link).map((part) => words(cut(part, 200)))),
    ),
  );
}

/** @param {Page} page @param {number} to @param {number[] | undefined} links */
function prove(page, to, links) {
  const { graph, place } = page;
  /** @type {(node: number) => HTMLElement} */
  const name = (node) => words(cut(graph.short(node), 60));
  showLinks(
    page,
    el("span", {}, name(place.node), " to ", name(to)),
    links ? "Each step and who says so." : "No path.",
    (links ?? []).map((link, at) => ({ heading: `Step ${at + 1}`, links: [link] })),
  );
}
