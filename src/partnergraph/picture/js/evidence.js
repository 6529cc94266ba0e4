// @ts-check
/** @import { Cells } from "./cells.js" */
/** @import { Details, ThingProperties } from "./graph.js" */
/** @import { Page } from "./main.js" */
/** @import { End } from "./quote.js" */
/** @import { Words } from "./words.js" */
import { byId, counted, cut, el, grouped, refill, shortened, words } from "./dom.js";
import { long } from "./long.js";
import { inlineMark } from "./marks.js";
import { quoted } from "./quote.js";
import { reversed } from "./text.js";

const FIRST = 8;
const LONG = 160;
const BRIEF = 44;
const KNOWN_ELSEWHERE = ["aliases", "acronym", "details", "sha256"];
let asked = 0;

/**
 * Links under a heading: as the other ends of `node`, or as sentences in which `about` is "it".
 * @typedef {{heading: string | HTMLElement, links: number[], node?: number, about?: number}} Group
 */

/**
 * Show a thing in the panel: what is known of it, and each of its links with the words it rests on.
 * @param {Page} page
 * @param {number} node
 */
export async function showThing(page, node) {
  const { graph } = page;
  await fill(page, (said, details) => {
    const label = graph.labels[graph.label[node]];
    const properties = details.nodes[node] ?? {};
    return [
      el("h2", { dir: "auto" }, inlineMark(label), cut(graph.short(node), LONG)),
      graph.names[node] !== cut(graph.short(node), LONG)
        ? long("p", graph.names[node], { class: "whole" })
        : null,
      el("p", { class: "note" }, `${label.name} · ${counted(graph.of(node).length, "statement")}`),
      properties.details ? long("p", properties.details) : null,
      facts(properties),
      ...groups(page, node).map((group) => linksOf(page, said, group, details)),
    ];
  });
}

/**
 * Show some links with their words under a heading.
 * @param {Page} page
 * @param {string | HTMLElement} heading
 * @param {string} note
 * @param {Group[]} groups
 */
export async function showLinks(page, heading, note, groups) {
  await fill(page, (said, details) => [
    el("h2", { dir: "auto" }, heading),
    note ? el("p", { class: "note" }, note) : null,
    ...groups.map((group) => linksOf(page, said, group, details)),
  ]);
}

/**
 * Show what a cell of the matrix counts, or why it is empty; without a cell, the thing chosen.
 * @param {Page} page
 * @param {Cells} cells
 * @param {number | null} subject
 * @param {number | null} agency
 */
export async function showActivities(page, cells, subject, agency) {
  const { graph } = page;
  if (subject == null)
    return showMessage("Choose a cell", "Its activities and the words they rest on stand here.");
  if (agency == null) return showThing(page, subject);
  const found = cells.activities(subject, agency);
  const heading = `${cut(graph.short(agency), LONG)}, ${cut(graph.short(subject), LONG)}`;
  if (!found.length) return showEmptyCell(page, cells, subject, agency, heading);
  const parts = found.map((activity) => ({
    heading: toThing(page, activity),
    about: activity,
    links: cells.between(agency, activity).concat(cells.leading(activity, subject)),
  }));
  return showLinks(page, heading, counted(found.length, "activity", "activities"), parts);
}

/**
 * Why nothing stands in a cell.
 * @param {Page} page
 * @param {Cells} cells
 * @param {number} subject
 * @param {number} agency
 * @param {string} heading
 */
function showEmptyCell(page, cells, subject, agency, heading) {
  const { graph } = page;
  const documents = cells.lacking(subject, agency);
  const sources = documents.map((document) =>
    el("li", {}, toThing(page, document), " ", words(cells.words.file(graph, document))),
  );
  const name = cut(graph.short(agency), LONG);
  const why = documents.length
    ? `None: a document lists who is on the activities here, and ${name} on others only.`
    : `Not recorded: no document that lists who is on the activities here lists ${name}.`;
  showMessage(heading, why, el("ul", { class: "links" }, ...sources));
}

/** @param {string} heading @param {string} message @param {...(Node | null)} rest */
export function showMessage(heading, message, ...rest) {
  asked += 1;
  const texts = [el("h2", { dir: "auto" }, heading), el("p", { dir: "auto" }, message)];
  refill(byId("evidence"), ...texts, ...rest.filter((part) => part !== null));
}

/** @param {Page} page @param {(said: Words, details: Details) => (HTMLElement | null)[]} content */
async function fill(page, content) {
  asked += 1;
  const mine = asked;
  const [said, details] = await Promise.all([page.words(), page.details()]);
  if (mine !== asked) return;
  const panel = byId("evidence");
  refill(panel, ...content(said, details).filter((part) => part !== null));
  panel.scrollTop = 0;
}

/** @param {ThingProperties} properties */
function facts(properties) {
  const shown = Object.entries(properties).filter(([key]) => !KNOWN_ELSEWHERE.includes(key));
  const printed = (properties.aliases ?? [])
    .filter((form) => form !== properties.acronym)
    .join("; ");
  if (printed) shown.push(["also printed as", printed]);
  if (!shown.length) return null;
  return el(
    "dl",
    {},
    ...shown.flatMap(([key, value]) => [
      el("dt", {}, key),
      long("dd", Array.isArray(value) ? value.join("; ") : String(value)),
    ]),
  );
}

/** The links of a thing, by type and direction, weak ones last. @param {Page} page @param {number} node */
function groups(page, node) {
  const { graph, filters } = page;
  /** @type {Map<string, Group & {type: number}>} */
  const found = new Map();
  for (const link of graph.of(node)) {
    if ((graph.inferred[link] && !filters.inferred) || !filters.says(link)) continue;
    const out = graph.sources[link] === node;
    const type = graph.type[link];
    const { phrase } = graph.types[type];
    const heading = out ? `${phrase} →` : `… ${phrase} this`;
    const group = found.get(`${type} ${out}`) ?? { heading, links: [], node, type };
    found.set(`${type} ${out}`, group);
    group.links.push(link);
  }
  return [...found.values()].sort((a, b) => a.type - b.type);
}

/** @param {Page} page @param {Words} said @param {Group} group @param {Details} details */
function linksOf(page, said, { heading, links, node, about }, details) {
  const list = el("ul", { class: "links" });
  /** @type {(some: number[]) => void} */
  const add = (some) =>
    list.append(...some.map((link) => item(page, said, link, { node, about }, details)));
  add(links.slice(0, FIRST));
  const all = () => {
    add(links.slice(FIRST));
    more.remove();
  };
  const more = shortened(
    el("button", { type: "button", class: "more", click: all }, `Show all ${links.length}`),
    `The first ${FIRST} of ${links.length}.`,
  );
  return el(
    "section",
    {},
    el(
      "h3",
      { dir: about == null ? "auto" : way(page, about) },
      typeof heading === "string" ? cut(heading, LONG) : heading,
      " ",
      about == null && links.length > 1
        ? el("span", { class: "count" }, `(${grouped(links.length)})`)
        : null,
    ),
    list,
    links.length > FIRST ? more : null,
  );
}

/**
 * One link: its other end, or the sentence it says, in which `about` is called "it". What the quote
 * names is a link there, and not once more above it.
 * @param {Page} page
 * @param {Words} said
 * @param {number} link
 * @param {Pick<Group, "node" | "about">} group
 * @param {Details} details
 */
function item(page, said, link, { node, about }, details) {
  const { graph } = page;
  const other = node == null ? graph.targets[link] : graph.other(link, node);
  const own = other === graph.targets[link] ? graph.sources[link] : graph.targets[link];
  /** @type {(end: number) => End} */
  const end = (end) => ({
    forms: formsOf(graph, details, end),
    link: end === node || end === about ? null : (...words) => toNamed(page, end, ...words),
  });
  const figures = said.of(link).map((one) => quoted(one, { own: end(own), other: end(other) }));
  const names = figures[0]?.names ?? { own: false, other: false };
  /** @type {(end: number, named: boolean) => HTMLElement | string} */
  const name = (end, named) => {
    if (end === about) return "it";
    return named ? words(cut(graph.short(end), BRIEF)) : toThing(page, end);
  };
  const { phrase } = graph.types[graph.type[link]];
  const sentence =
    node == null ? [name(own, names.own), ` ${phrase} `, name(other, names.other)] : [];
  const alone = node == null || names.other ? [] : [toThing(page, other)];
  const extra = Object.entries(details.links[link] ?? {}).map(([key, value]) => `${key}: ${value}`);
  const told = [...sentence, ...alone, ...(extra.length ? [` (${extra.join("; ")})`] : [])];
  return el(
    "li",
    { class: graph.inferred[link] ? "inferred" : null },
    told.length ? el("p", { dir: node == null ? "auto" : way(page, other) }, ...told) : null,
    ...figures.map(({ figure }) => figure),
  );
}

/** What a text may call a thing, its whole name first. @param {Page["graph"]} graph @param {Details} details @param {number} node */
function formsOf(graph, details, node) {
  const acronym = graph.acronyms[node];
  return [
    graph.names[node],
    ...(acronym ? [acronym] : []),
    ...(details.nodes[node]?.aliases ?? []),
  ];
}

/** The words of a quote that name a thing, as the link to it. @param {Page} page @param {number} node @param {Node[]} inside @param {boolean} whole */
function toNamed(page, node, inside, whole) {
  const { graph } = page;
  return el(
    "a",
    {
      href: page.at({ view: "focus", node }),
      "data-whole": whole ? null : graph.names[node],
    },
    inlineMark(graph.labels[graph.label[node]]),
    ...inside,
  );
}

/** The direction in which a name is written. @param {Page} page @param {number} node */
function way({ graph }, node) {
  return reversed(graph.short(node)) ? "rtl" : "ltr";
}

/** @param {Page} page @param {number} node */
export function toThing(page, node) {
  const { graph } = page;
  return el(
    "a",
    { href: page.at({ view: "focus", node }) },
    inlineMark(graph.labels[graph.label[node]]),
    words(cut(graph.short(node), LONG)),
  );
}
