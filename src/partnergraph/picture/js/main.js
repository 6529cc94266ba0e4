// @ts-check
/** @import { Place } from "./address.js" */
/** @import { Answers } from "./answers.js" */
/** @import { Details, GraphColumns, Label, Type } from "./graph.js" */
/** @import { Told } from "./opening.js" */
/** @import { Packed } from "./unpack.js" */
/** @import { WordColumns } from "./words.js" */
import { address, placeAt } from "./address.js";
import { gaps, overlaps } from "./answers.js";
import { byId, cut, el } from "./dom.js";
import { Filters } from "./filters.js";
import { focus } from "./focus.js";
import { Graph } from "./graph.js";
import { startLegend } from "./legend.js";
import { startLinks } from "./links.js";
import { map } from "./map.js";
import { matrix } from "./matrix.js";
import { showOpening } from "./opening.js";
import { startPrinting } from "./paper.js";
import { startSaving } from "./save.js";
import { startSearch } from "./search.js";
import { table } from "./table.js";
import { startTips } from "./tip.js";
import { lazily } from "./unpack.js";
import { Words } from "./words.js";

/**
 * The views, in the order of their tabs. A new one is a file with `id`, `draw`, `drawing`, `sheets`
 * where paper needs other drawings, and `filtered` where the legend switches what it shows.
 * @type {View[]}
 */
const VIEWS = [focus, matrix, map, table, gaps, overlaps];

/**
 * What stands behind a tab: it fills its panel, and gives what of it is saved or printed.
 * @typedef {{
 *   id: string,
 *   draw: (panel: HTMLElement, page: Page) => void,
 *   drawing: (panel: HTMLElement) => Element,
 *   sheets?: (page: Page) => SVGElement[], filtered?: (page: Page) => boolean,
 * }} View
 */

/**
 * What `page.py` writes into the page: what it is of, where it opens, and blocks that are packed.
 * @typedef {{to: number, follows: string[], inferred: boolean, connects: string[]}} Route
 * @typedef {{view: string, node: number, question: string, route?: Route}} Opening
 * @typedef {{
 *   title: string, part: string, labels: Label[], types: Type[], groups: {[name: string]: string[]},
 *   kinds: {[name: string]: string}, views: string[], opening: Opening, told: Told | null,
 *   blocks: {
 *     graph: Packed<GraphColumns>, details: Packed<Details>, words: Packed<WordColumns>,
 *     answers: Packed<Answers>,
 *   },
 * }} Data
 */

/**
 * What a view does not show, in a sentence, and whether the legend shows it on the screen.
 * @typedef {{text: string, legend: boolean}} Note
 */

/**
 * What every part of the page knows: the graph, what is shown, where the reader is.
 * @typedef {{
 *   data: Data, graph: Graph, filters: Filters, place: Place,
 *   details: () => Promise<Details>, words: () => Promise<Words>, answers: () => Promise<Answers>,
 *   at: (place: Partial<Place>) => string, go: (place: Partial<Place>) => void,
 *   follow: (place: string) => void,
 *   draw: () => void, connect: () => void, view: () => View, panel: () => HTMLElement,
 *   notes: () => Note[], note: (panel: HTMLElement) => void,
 * }} Page
 */

async function start() {
  /** @type {Data} */
  const data = JSON.parse(byId("data").textContent);
  const graph = new Graph(data.labels, data.types, await lazily(data.blocks.graph)());
  /** @type {Page} */
  const page = {
    data,
    graph,
    filters: new Filters(graph),
    place: home(data),
    details: lazily(data.blocks.details),
    words: wordsOf(lazily(data.blocks.words)),
    answers: lazily(data.blocks.answers),
    at: (place) => address(graph, place),
    go: (place) => page.follow(address(graph, place)),
    follow: (place) => {
      const before = window.location.hash;
      window.location.hash = place;
      if (window.location.hash === before && place !== before) move(page, place);
    },
    draw: () => draw(page),
    connect: () => search.connect(),
    notes: () => notes(page),
    note: (panel) => note(page, panel),
    view: () => VIEWS.find((view) => view.id === page.place.view) ?? focus,
    panel: () => byId(`view-${page.place.view}`),
  };
  byId("graph").replaceChildren(el("a", { href: "#" }, data.title));
  startLegend(page);
  startLinks(page);
  startTips();
  const search = startSearch(page);
  startTabs(page);
  startSaving(page);
  startPrinting(page);
  startKeys(page, search.box);
  window.addEventListener("hashchange", () => move(page));
  window.addEventListener(
    "resize",
    soon(() => page.draw()),
  );
  move(page);
  document.documentElement.dataset.ready = "yes";
}

/** The place the page opens on. @param {Data} data @returns {Place} */
function home({ opening }) {
  const { view, node, question, route } = opening;
  return { view, node, to: route?.to ?? null, by: "topic", kind: question };
}

/** Go to a place; a frame whose address may not change goes without. @param {Page} page */
function move(page, place = window.location.hash) {
  page.place = placeAt(page.graph, place, home(page.data), page.data.views);
  showOpening(page, !place.replace("#", ""));
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
  /** @type {(node: number) => string} */
  const name = (node) => cut(page.graph.short(node), 80);
  /** @type {{[view: string]: string}} */
  const answers = {
    focus: to == null ? name(node) : `${name(node)} to ${name(to)}`,
    matrix: to == null ? `matrix by ${by}` : `${name(to)}, ${name(node)}`,
  };
  const answer =
    answers[view] ?? (Object.hasOwn(page.data.kinds, kind) ? page.data.kinds[kind] : view);
  document.title = `${answer} – ${page.data.title}`;
  byId("graph").dataset.answer = answer;
  page.view().draw(page.panel(), page);
  page.note(page.panel());
}

/** What the page lacks of the graph, and the view of the page. @param {Page} page @returns {Note[]} */
function notes(page) {
  const { part } = page.data;
  const off = page.view().filtered?.(page) ? page.filters.off().join(", ") : "";
  const found = [];
  if (part)
    found.push({ text: `This page holds ${part}; other statements may exist.`, legend: false });
  if (off) found.push({ text: `This view leaves out ${off}.`, legend: true });
  if (!page.view().filtered && page.filters.count())
    found.push({ text: "The filters do not change these answers.", legend: false });
  return found;
}

/** Say above a view what it does not show. @param {Page} page @param {HTMLElement} panel */
function note(page, panel) {
  for (const old of panel.querySelectorAll(".part")) old.remove();
  const said = page
    .notes()
    .map(({ text, legend }) => el("p", { class: legend ? "part on-paper" : "part" }, text));
  panel.prepend(...said);
}

/** @param {Page} page */
function startTabs(page) {
  const last = VIEWS.length - 1;
  for (const [at, { id }] of VIEWS.entries()) {
    /** @type {{[key: string]: number}} */
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
  page.go({ view, node, to: null, by: view === "matrix" ? by : undefined, kind: "" });
}

/** @param {Page} page @param {HTMLInputElement} box where one searches */
function startKeys(page, box) {
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      box.focus();
    } else if (VIEWS[Number(event.key) - 1]) open(page, VIEWS[Number(event.key) - 1].id);
  });
}

/** @param {() => Promise<WordColumns>} columns @returns {Page["words"]} */
function wordsOf(columns) {
  /** @type {Words | undefined} */
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

document.documentElement.dataset.started = "yes";
start().catch((error) => {
  byId("unable").classList.add("now");
  throw error;
});
