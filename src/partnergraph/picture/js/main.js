// @ts-check
import { address, placeAt } from "./address.js";
import { gaps, overlaps } from "./answers.js";
import { byId, cut, el } from "./dom.js";
import { focus } from "./focus.js";
import { Filters, Graph } from "./graph.js";
import { startLegend } from "./legend.js";
import { map } from "./map.js";
import { matrix } from "./matrix.js";
import { startSaving } from "./save.js";
import { startSearch } from "./search.js";
import { table } from "./table.js";
import { lazily } from "./unpack.js";
import { Words } from "./words.js";

/** The views, in the order of their tabs. A new one is a file with `id`, `draw` and `drawing`. */
const VIEWS = [focus, matrix, map, table, gaps, overlaps];

/**
 * What every part of the page knows: the graph, what is shown, where the reader is.
 * @typedef {{
 *   data: any, graph: Graph, filters: Filters, place: import("./address.js").Place,
 *   details: () => Promise<any>, words: () => Promise<Words>, answers: () => Promise<any>,
 *   at: (place: Partial<import("./address.js").Place>) => string,
 *   go: (place: Partial<import("./address.js").Place>) => void,
 *   draw: () => void, connect: () => void, view: () => any, panel: () => HTMLElement,
 *   notePart: (panel: HTMLElement) => void,
 * }} Page
 */

async function start() {
  const data = JSON.parse(byId("data").textContent);
  const graph = new Graph(data.labels, data.types, await lazily(data.blocks.graph)());
  const words = lazily(data.blocks.words);
  /** @type {any} */
  const page = {
    data,
    graph,
    filters: new Filters(graph),
    details: lazily(data.blocks.details),
    words: wordsOf(words),
    answers: lazily(data.blocks.answers),
    at: (place) => address(graph, place),
    go: (place) => {
      window.location.hash = address(graph, place);
    },
    draw: () => draw(page),
    notePart: (panel) => notePart(page, panel),
    view: () => VIEWS.find((view) => view.id === page.place.view),
    panel: () => byId(`view-${page.place.view}`),
  };
  startLegend(page);
  const search = startSearch(page);
  startTabs(page);
  startSaving(page);
  startKeys(page, search);
  window.addEventListener("hashchange", () => move(page));
  window.addEventListener(
    "resize",
    soon(() => page.draw()),
  );
  move(page);
  document.documentElement.dataset.ready = "yes";
}

/** The place the page opens on. @param {Page} page */
function home({ data }) {
  const { view, node, question, route } = data.opening;
  return { view, node, to: route?.to ?? null, by: "topic", kind: question };
}

/** @param {Page} page */
function move(page) {
  page.place = placeAt(page.graph, window.location.hash, home(page), page.data.views);
  page.draw();
}

/** @param {Page} page */
function draw(page) {
  const { view, node, to, kind, by } = page.place;
  for (const { id } of VIEWS) {
    const chosen = id === view;
    byId(`view-${id}`).hidden = !chosen;
    byId(`tab-${id}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${id}`).tabIndex = chosen ? 0 : -1;
  }
  const name = (place) => cut(page.graph.short(place), 80);
  const answers = {
    focus: to == null ? name(node) : `${name(node)} to ${name(to)}`,
    matrix: to == null ? `matrix by ${by}` : `${name(to)}, ${name(node)}`,
  };
  const answer = answers[view] ?? (kind.replace("-", ": ") || view);
  document.title = `${answer} – ${page.data.title}`;
  page.view().draw(page.panel(), page);
  page.notePart(page.panel());
}

/** Say above a view that the page holds but a part of the graph. @param {Page} page @param {HTMLElement} panel */
function notePart({ data: { part } }, panel) {
  if (!part || panel.querySelector(".part")) return;
  panel.prepend(el("p", { class: "part" }, `This page holds ${part}; other links may exist.`));
}

/** @param {Page} page */
function startTabs(page) {
  const last = VIEWS.length - 1;
  for (const [at, { id }] of VIEWS.entries()) {
    const steps = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    byId(`tab-${id}`).addEventListener("click", () => open(page, id));
    byId(`tab-${id}`).addEventListener("keydown", (event) => {
      if (!(event.key in steps)) return;
      const next = VIEWS[steps[event.key]].id;
      event.preventDefault();
      open(page, next);
      byId(`tab-${next}`).focus();
    });
  }
}

/** @param {Page} page @param {string} view */
function open(page, view) {
  const { node, by } = page.place;
  page.go({ view, node, to: null, by: view === "matrix" ? by : "", kind: "" });
}

/** @param {Page} page @param {any} search */
function startKeys(page, search) {
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      search.box.focus();
    } else if (VIEWS[Number(event.key) - 1]) open(page, VIEWS[Number(event.key) - 1].id);
  });
}

/** @param {() => Promise<any>} columns */
function wordsOf(columns) {
  let found;
  return async () => {
    found ??= new Words(await columns());
    return found;
  };
}

/** @param {() => void} action */
function soon(action) {
  let waiting = 0;
  return () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(action, 150);
  };
}

start();
