// @ts-check
/** @import { Place } from "./address.js" */
/** @import { Page, View } from "./main.js" */
import { cut, el, refill, shortened, words } from "./dom.js";
import { showMessage } from "./evidence.js";
import { reversed } from "./text.js";

const FIRST = 6;
const PAGE = 100;
const CELL = 150;
const SHORT = 16;
const BODIES = ["Agency", "Organisation", "Country", "RCP", "Person"];
/** How many rows of an answer are shown; forgotten when another is opened. */
const shown = { kind: "", rows: PAGE };

/**
 * The rows of an answer: by column what stands there, and under `…_id` the ids of the things it names.
 * @typedef {{[column: string]: string | number | string[] | undefined}} Row
 * @typedef {{
 *   name: string, doc: string, columns: string[], rows: Row[], total: number | null,
 *   projection: string, sources: string[], empty: string,
 * }} Answer
 * @typedef {"gaps" | "overlaps"} Family
 * @typedef {Record<Family, Answer[]>} Answers
 */

/** @type {View} */
export const gaps = {
  id: "gaps",
  draw: (panel, page) => draw(panel, page, "gaps"),
  drawing: (panel) => panel,
};
/** @type {View} */
export const overlaps = {
  id: "overlaps",
  draw: (panel, page) => draw(panel, page, "overlaps"),
  drawing: (panel) => panel,
};

/**
 * The answers of the catalogue to one question, kind by kind.
 * @param {HTMLElement} panel
 * @param {Page} page
 * @param {Family} family
 */
async function draw(panel, page, family) {
  const all = (await page.answers())[family];
  if (page.place.view !== family) return;
  const one = all.find(({ name }) => name === page.place.kind);
  if (shown.kind !== page.place.kind) Object.assign(shown, { kind: page.place.kind, rows: PAGE });
  refill(
    panel,
    el("nav", { "aria-label": `Kinds of ${family}` }, kinds(page, family, all)),
    ...(one
      ? [section(page, one, shown.rows, true)]
      : all.map((answer) => section(page, answer, FIRST, false))),
  );
  page.note(panel);
  explain(one ? [one] : all, family);
}

/** @param {Page} page @param {Family} family @param {Answer[]} all */
function kinds(page, family, all) {
  /** @type {(kind: string, name: string, total: number | null) => HTMLElement} */
  const chip = (kind, name, total) =>
    el(
      "li",
      {},
      el(
        "a",
        {
          href: page.at({ view: family, node: page.place.node, to: null, kind }),
          "aria-current": page.place.kind === kind ? "true" : null,
        },
        name,
        total == null ? null : el("span", { class: "count" }, ` (${total.toLocaleString("en")})`),
      ),
    );
  return el(
    "ul",
    { class: "kinds" },
    chip("", "all", null),
    ...all.map(({ name, total }) => chip(name, kindOf(name), total)),
  );
}

/** @param {string} name */
function kindOf(name) {
  return name.slice(name.indexOf("-") + 1);
}

/** @param {Page} page @param {Answer} answer @param {number} most @param {boolean} alone */
function section(page, answer, most, alone) {
  const { name, doc, rows, total, empty } = answer;
  const head = `${kindOf(name)} ${total == null ? "" : `(${total.toLocaleString("en")})`}`;
  return el(
    "section",
    { class: "finding", "aria-label": kindOf(name) },
    el("h2", {}, head),
    el("p", { class: "note" }, doc),
    rows.length
      ? el("div", { class: "scroll" }, table(page, answer, rows.slice(0, most)))
      : el("p", {}, total === null ? empty : `None: ${empty}.`),
    rows.length > most || (alone && (total ?? 0) > rows.length)
      ? further(page, answer, most, alone)
      : null,
  );
}

/** @param {Page} page @param {Answer} answer @param {number} most @param {boolean} alone */
function further(page, { name, rows, total }, most, alone) {
  const count = (total ?? rows.length).toLocaleString("en");
  const first = `The first ${Math.min(most, rows.length).toLocaleString("en")} of ${count}.`;
  if (!alone) {
    const { view, node } = page.place;
    const href = page.at({ view, node, to: null, kind: name });
    return shortened(el("a", { href }, `All ${count} of ${kindOf(name)}`), first);
  }
  if (rows.length <= most) {
    return el("p", { class: "note" }, first);
  }
  const more = () => {
    shown.rows += PAGE;
    page.draw();
  };
  const said = `Show ${Math.min(PAGE, rows.length - most)} more of ${rows.length.toLocaleString("en")}`;
  return shortened(el("button", { type: "button", click: more }, said), first);
}

/** @param {Page} page @param {Answer} answer @param {Row[]} rows */
function table(page, { name, columns: all }, rows) {
  const columns = all.filter((column) => column !== "documents" || !all.includes("why"));
  const numbers = columns.filter((column) => rows.every((row) => typeof row[column] === "number"));
  return el(
    "table",
    { class: "rows" },
    el("caption", { class: "unseen" }, kindOf(name)),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        ...columns.map((column) =>
          el(
            "th",
            { scope: "col", class: numbers.includes(column) ? "number" : null },
            title(column),
          ),
        ),
        el("th", { scope: "col", class: "on-screen" }, "See it"),
      ),
    ),
    el("tbody", {}, ...rows.map((row) => line(page, row, columns, numbers))),
  );
}

/** @param {string} column */
function title(column) {
  return column.length === 1 ? column.toUpperCase() : column.replaceAll("_", " ");
}

/**
 * @param {Page} page
 * @param {Row} row
 * @param {string[]} columns
 * @param {string[]} numbers those that count
 */
function line(page, row, columns, numbers) {
  const cells = columns.map((column, at) => {
    const dir = reversed(String([row[column]].flat()[0])) ? "rtl" : null;
    const attributes = at
      ? { class: numbers.includes(column) ? "number" : null, dir }
      : { scope: "row", dir };
    return el(at ? "td" : "th", attributes, ...value(page, row, column));
  });
  return el("tr", {}, ...cells, el("td", { class: "on-screen" }, jump(page, row)));
}

/**
 * What stands in a cell: links to things, a sign of absence, or plain words.
 * @param {Page} page
 * @param {Row} row
 * @param {string} column
 */
function value(page, row, column) {
  const said = row[column];
  if (said == null) return [];
  if (column === "absence") return [absence(String(said))];
  const ids = [row[`${column}_id`] ?? []].flat().map(String);
  const texts = [said].flat();
  return texts.flatMap((text, at) => [at ? ", " : null, linked(page, ids[at], String(text))]);
}

/** @param {Page} page @param {string | undefined} id @param {string} text */
function linked(page, id, text) {
  const node = id === undefined ? null : page.graph.find(id);
  const content = words(cut(text, CELL));
  if (text.length <= SHORT) content.className = "short";
  return node == null
    ? content
    : el("a", { href: page.at({ view: "focus", node, to: null }) }, content);
}

/** @param {string} said */
function absence(said) {
  const sign = said === "none" ? "none" : "unrecorded";
  return el(
    "span",
    { class: "absence" },
    el("span", { class: `sign ${sign}`, "aria-hidden": "true" }),
    said,
  );
}

/** The link into the view that shows a row best. @param {Page} page @param {Row} row */
function jump(page, row) {
  const { graph } = page;
  /** @type {(column: string) => number | null} */
  const node = (column) => graph.find(typeof row[column] === "string" ? row[column] : "");
  /** @type {(name: string, place: Partial<Place>) => HTMLElement} */
  const to = (name, place) => el("a", { href: page.at(place) }, name);
  const [a, b] = [node("a_id"), node("b_id")];
  const [topic, objective, agency] = [node("topic_id"), node("objective_id"), node("agency_id")];
  if (a != null && b != null && graph.is(a, ...BODIES))
    return to("Path", { view: "focus", node: a, to: b });
  if (a != null && graph.is(a, "Topic"))
    return to("Matrix", { view: "matrix", by: "topic", node: a });
  if (topic != null) return to("Matrix", { view: "matrix", by: "topic", node: topic });
  if (objective != null && agency != null)
    return to("Matrix", { view: "matrix", by: "objective", node: objective, to: agency });
  const any = Object.keys(row)
    .map(node)
    .find((found) => found != null);
  return any == null ? null : to("Focus", { view: "focus", node: any, to: null });
}

/**
 * What was counted, and in which documents, for the panel.
 * @param {Answer[]} answers
 * @param {Family} family
 */
function explain(answers, family) {
  /** @type {(values: string[]) => string[]} */
  const unique = (values) => [...new Set(values)].filter(Boolean);
  /** @type {(heading: string, values: string[]) => HTMLElement | null} */
  const list = (heading, values) =>
    values.length
      ? el(
          "section",
          {},
          el("h3", {}, heading),
          el("ul", {}, ...values.map((text) => el("li", { dir: "auto" }, cut(text, 400)))),
        )
      : null;
  showMessage(
    family === "gaps" ? "What these gaps rest on" : "What these overlaps rest on",
    "Follow a name to its links and their quotes; “See it” opens the view that shows the row.",
    list("Counted", unique(answers.map(({ projection }) => projection))),
    list("Sources", unique(answers.flatMap(({ sources }) => sources))),
    family === "gaps" ? meanings() : null,
  );
}

function meanings() {
  /** @type {(said: string, meaning: string) => HTMLElement[]} */
  const entry = (said, meaning) => [el("dt", {}, absence(said)), el("dd", {}, meaning)];
  return el(
    "section",
    {},
    el("h3", {}, "Absence"),
    el(
      "dl",
      {},
      ...entry("none", "a source covers the subject and records nobody"),
      ...entry("not recorded", "no source covers the subject"),
    ),
  );
}
