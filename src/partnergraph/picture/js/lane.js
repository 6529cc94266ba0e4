// @ts-check
/** @import { Page } from "./main.js" */
import { counted, cut, el, refill, svg, words } from "./dom.js";
import { showLinks } from "./evidence.js";
import { mark } from "./marks.js";
import { shortestPaths } from "./paths.js";
import { lines, text } from "./text.js";

const STEP = 112;
const MOST_WIDTH = 760;
const shown = { key: "", at: 0, inferred: false };

/**
 * A path as a lane: its things one below the other, between them the phrases that join them.
 * @param {HTMLElement} panel
 * @param {Page} page
 */
export function drawRoute(panel, page) {
  const key = `${page.place.node} ${page.place.to}`;
  const { route } = page.data.opening;
  if (shown.key !== key)
    Object.assign(shown, { key, at: 0, inferred: Boolean(asked(page) && route.inferred) });
  const { paths, more } = pathsOf(page);
  shown.at = Math.min(shown.at, Math.max(paths.length - 1, 0));
  const links = paths[shown.at];
  refill(
    panel,
    heading(page),
    links ? count(page, paths, more) : none(page),
    ...(links ? [lane(panel, page, links), sentences(page, links)] : []),
  );
  prove(page, links);
}

/** Whether this is the path that the page was opened on. */
function asked({ place, data: { opening } }) {
  return Boolean(opening.route) && opening.route.to === place.to && opening.node === place.node;
}

/**
 * Over what was asked for, or what the filters show; over links that no text states only where the
 * reader wants it.
 */
function pathsOf(page) {
  const { graph, place, data, filters } = page;
  const wanted = new Set(asked(page) ? data.opening.route.follows : []);
  const follows = (link) =>
    !graph.weak(link) &&
    (shown.inferred || !graph.inferred[link]) &&
    (asked(page) ? wanted.has(graph.types[graph.type[link]].name) : filters.follows(link));
  return shortestPaths(graph, place.node, place.to, follows);
}

/** @param {Page} page */
function heading(page) {
  const { graph, place } = page;
  const name = (node) => words(cut(graph.short(node), 80));
  return el(
    "div",
    { class: "bar" },
    el("h2", {}, name(place.node), " to ", name(place.to)),
    el(
      "a",
      { href: page.at({ view: "focus", node: place.node, to: null }) },
      "Back to ",
      name(place.node),
    ),
    el("button", { type: "button", click: () => page.connect() }, "Connect with …"),
    el("label", {}, inferredToo(page), "inferred links too"),
  );
}

/** @param {Page} page */
function inferredToo(page) {
  const box = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "checkbox",
      change: () => {
        shown.inferred = box.checked;
        page.draw();
      },
    })
  );
  box.checked = shown.inferred;
  return box;
}

/** @param {Page} page */
function count(page, paths, more) {
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
  const connects = asked(page) ? page.data.opening.route.connects : [];
  const said = shown.inferred
    ? "Nothing on this page connects the two."
    : "No stated links on this page connect the two.";
  return el(
    "div",
    {},
    el("p", {}, said),
    connects.length ? el("p", {}, "What would:") : null,
    el("ul", {}, ...connects.map((said) => el("li", { dir: "auto" }, said))),
  );
}

/** @param {Page} page */
function lane(panel, page, links) {
  const { graph, place } = page;
  const room = Math.min(Math.max(panel.clientWidth - 16, 340), MOST_WIDTH);
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

/** @param {Page} page */
function station(page, node, y, room) {
  const { graph } = page;
  const label = graph.labels[graph.label[node]];
  return svg(
    "a",
    { class: "thing station", href: page.at({ view: "focus", node, to: null }) },
    svg("title", {}, `${cut(graph.names[node], 400)} (${label.name})`),
    svg("rect", { class: "hit", x: 4, y: y - 27, width: room - 8, height: 54, rx: 6 }),
    mark(label, 26, y, 10),
    ...text(lines(graph.short(node), room - 74, 3, 14, "600"), 48, room - 14, y, 14, "name"),
  );
}

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
    ...text(lines(phrase, room - 70, 1, 13), 48, room - 14, (y1 + y2) / 2, 13, "phrase"),
  ];
}

/** @param {Page} page */
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

/** @param {Page} page */
function prove(page, links) {
  const { graph } = page;
  const parts = (links ?? []).map((link, at) => ({ heading: `Step ${at + 1}`, links: [link] }));
  const name = (node) => words(cut(graph.short(node), 60));
  const { node, to } = page.place;
  showLinks(
    page,
    el("span", {}, name(node), " to ", name(to)),
    links ? "Each step and who says so." : "No path.",
    parts,
  );
}
