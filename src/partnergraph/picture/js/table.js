// @ts-check
/** @import { Graph } from "./graph.js" */
/** @import { Page, View } from "./main.js" */
import { counted, cut, el, grouped, refill } from "./dom.js";
import { showLinks, showThing } from "./evidence.js";
import { fold } from "./fold.js";
import { inlineMark } from "./marks.js";

const PAGE = 100;
const CELL = 220;

/**
 * Which rows are listed, by which column of theirs, with which words, from which one on.
 * @typedef {{rows: "things" | "links", sort: string, down: boolean, text: string, first: number}} State
 * @type {State}
 */
const state = { rows: "things", sort: "", down: false, text: "", first: 0 };

/**
 * @typedef {{name: string, value: (graph: Graph, row: number) => string | number}} Column
 * @type {Record<State["rows"], Column[]>}
 */
const COLUMNS = {
  things: [
    { name: "Name", value: (graph, node) => graph.short(node) },
    { name: "Whole name", value: (graph, node) => graph.names[node] },
    { name: "Kind", value: (graph, node) => graph.labels[graph.label[node]].name },
    { name: "Statements", value: (graph, node) => graph.of(node).length },
  ],
  links: [
    { name: "From", value: (graph, link) => graph.short(graph.sources[link]) },
    { name: "Statement", value: (graph, link) => graph.types[graph.type[link]].phrase },
    { name: "To", value: (graph, link) => graph.short(graph.targets[link]) },
    { name: "Basis", value: (graph, link) => (graph.inferred[link] ? "inferred" : "stated") },
  ],
};

/** @type {View} */
export const table = {
  id: "table",
  filtered: () => true,
  draw(panel, page) {
    const rest = el("div", {
      class: "scroll",
      tabindex: "0",
      role: "region",
      "aria-label": "Rows",
    });
    refill(
      panel,
      controls(page, () => fill(rest, page)),
      rest,
    );
    fill(rest, page);
    if (page.place.node != null) showThing(page, page.place.node);
  },
  drawing: (panel) => panel.querySelector("table") ?? panel,
};

/** @param {Page} page @param {() => void} redraw */
function controls(page, redraw) {
  /** @type {(values: Partial<State>) => void} */
  const change = (values) => {
    Object.assign(state, { first: 0 }, values);
    redraw();
  };
  /** @type {(rows: State["rows"], caption: string) => HTMLElement} */
  const choice = (rows, caption) => {
    const box = el("input", {
      type: "radio",
      name: "rows",
      change: () => change({ rows, sort: "", down: false }),
    });
    box.checked = state.rows === rows;
    return el("label", {}, box, caption);
  };
  /** @type {HTMLInputElement} */
  const filter = el("input", {
    type: "search",
    id: "table-filter",
    input: () => change({ text: filter.value }),
  });
  filter.value = state.text;
  return el(
    "div",
    { class: "bar", role: "group", "aria-label": "Rows of" },
    choice("things", `Things (${grouped(page.graph.size)})`),
    choice("links", `Statements (${grouped(page.graph.count)})`),
    el("label", { for: "table-filter" }, "with the words"),
    filter,
  );
}

/** @param {HTMLElement} holder @param {Page} page */
function fill(holder, page) {
  const rows = sorted(page, chosen(page));
  state.first = Math.min(state.first, Math.max(rows.length - 1, 0));
  const shown = rows.slice(state.first, state.first + PAGE);
  const redraw = () => fill(holder, page);
  refill(holder, pager(rows.length, redraw), rowsOf(page, shown, redraw));
}

/** The rows that the legend and the words typed leave. @param {Page} page */
function chosen(page) {
  const { graph, filters } = page;
  const wanted = fold(state.text);
  const things = state.rows === "things";
  /** @type {number[]} */
  const rows = [];
  const count = things ? graph.size : graph.count;
  for (let row = 0; row < count; row += 1) {
    if (things ? !filters.shows(row) : !filters.follows(row)) continue;
    if (!wanted || holds(graph, row, wanted)) rows.push(row);
  }
  return rows;
}

/** @param {Graph} graph @param {number} row @param {string} wanted */
function holds(graph, row, wanted) {
  return COLUMNS[state.rows].some(({ value }) => fold(String(value(graph, row))).includes(wanted));
}

/** @param {Page} page @param {number[]} rows */
function sorted(page, rows) {
  const column = COLUMNS[state.rows].find(({ name }) => name === state.sort);
  if (!column) return rows;
  const keyed = rows.map((row) => ({ row, key: column.value(page.graph, row) }));
  const order = new Intl.Collator("en", { numeric: true });
  const sign = state.down ? -1 : 1;
  keyed.sort((a, b) => {
    const both =
      typeof a.key === "number" && typeof b.key === "number"
        ? a.key - b.key
        : order.compare(cut(String(a.key), 80), cut(String(b.key), 80));
    return sign * both || a.row - b.row;
  });
  return keyed.map(({ row }) => row);
}

/** @param {number} total @param {() => void} redraw */
function pager(total, redraw) {
  const last = Math.min(state.first + PAGE, total);
  /** @type {(by: number) => () => void} */
  const move = (by) => () => {
    state.first = Math.max(0, state.first + by);
    redraw();
  };
  /** @type {(name: string, by: number, off: boolean) => HTMLElement} */
  const button = (name, by, off) =>
    el("button", { type: "button", disabled: off, click: move(by) }, name);
  const said = total ? `Rows ${state.first + 1} to ${last} of ${grouped(total)}` : "No rows";
  return el(
    "div",
    { class: "bar" },
    el("span", { role: "status" }, said),
    total > PAGE ? button("Earlier rows", -PAGE, state.first === 0) : null,
    total > PAGE ? button("Further rows", PAGE, last >= total) : null,
  );
}

/** @param {Page} page @param {number[]} rows @param {() => void} redraw */
function rowsOf(page, rows, redraw) {
  const columns = COLUMNS[state.rows];
  return el(
    "table",
    { class: `rows ${state.rows}` },
    el("caption", {}, state.rows === "things" ? "Things" : "Statements"),
    el("thead", {}, el("tr", {}, ...columns.map(({ name }) => header(name, redraw)))),
    el(
      "tbody",
      {},
      ...rows.map((row) => (state.rows === "things" ? thingRow(page, row) : linkRow(page, row))),
    ),
  );
}

/** @param {string} name @param {() => void} redraw */
function header(name, redraw) {
  const own = state.sort === name;
  const sort = () => {
    Object.assign(state, { sort: name, down: own && !state.down, first: 0 });
    redraw();
  };
  const arrow = own ? (state.down ? " ▼" : " ▲") : "";
  return el(
    "th",
    { scope: "col", "aria-sort": own ? (state.down ? "descending" : "ascending") : null },
    el(
      "button",
      { type: "button", click: sort },
      name,
      el("span", { "aria-hidden": "true" }, arrow),
    ),
  );
}

/** @param {Page} page @param {number} node */
function thingRow(page, node) {
  const { graph } = page;
  const label = graph.labels[graph.label[node]];
  const whole = graph.short(node) === graph.names[node] ? "" : graph.names[node];
  return el(
    "tr",
    {},
    el("th", { scope: "row", dir: "auto" }, place(page, node)),
    el("td", { dir: "auto" }, cut(whole, CELL)),
    el("td", {}, label.name),
    el("td", { class: "number" }, counted(graph.of(node).length, "", "").trim()),
  );
}

/** @param {Page} page @param {number} link */
function linkRow(page, link) {
  const { graph } = page;
  const show = () =>
    showLinks(page, graph.sentence(link), "", [{ heading: "Who says so", links: [link] }]);
  const { phrase } = graph.types[graph.type[link]];
  return el(
    "tr",
    { class: graph.inferred[link] ? "inferred" : null },
    el("th", { scope: "row", dir: "auto" }, place(page, graph.sources[link])),
    el("td", {}, el("button", { type: "button", class: "plain", click: show }, phrase)),
    el("td", { dir: "auto" }, place(page, graph.targets[link])),
    el("td", {}, graph.inferred[link] ? "inferred" : "stated"),
  );
}

/** @param {Page} page @param {number} node */
function place(page, node) {
  const { graph } = page;
  return el(
    "a",
    {
      href: page.at({ view: "focus", node, to: null }),
      "data-whole": graph.short(node).length > CELL ? graph.names[node] : null,
    },
    inlineMark(graph.labels[graph.label[node]]),
    cut(graph.short(node), CELL),
  );
}
