// @ts-check
/** @import { Page, View } from "./main.js" */
import { counts, filled, placeOf, text } from "./cell.js";
import { cut, el, grouped, refill, shortened } from "./dom.js";
import { showMessage } from "./evidence.js";
import { reversed } from "./text.js";

const FIRST = 5;
const PAGE = 100;
/** How many rows of an answer are shown; forgotten when another is opened. */
const shown = { kind: "", rows: PAGE };

/**
 * The rows of an answer: by column what stands there, and under `…_id` the ids of the things it
 * names. Its columns as a person reads them: a heading, and a template of the cells.
 * @typedef {{[column: string]: string | number | string[] | undefined}} Row
 * @typedef {[heading: string, template: string]} Column
 * @typedef {{
 *   name: string, word: string, title: string, doc: string, columns: Column[], rows: Row[],
 *   total: number | null, projection: string, sources: string[], empty: string,
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
 * The answers of the catalogue to one question, kind by kind: those first of which something is
 * certain.
 * @param {HTMLElement} panel
 * @param {Page} page
 * @param {Family} family
 */
async function draw(panel, page, family) {
  const all = (await page.answers())[family];
  if (page.place.view !== family) return;
  const one = all.find(({ name }) => name === page.place.kind);
  if (shown.kind !== page.place.kind) Object.assign(shown, { kind: page.place.kind, rows: PAGE });
  const certain = all.filter((answer) => answer.rows.length && isCertain(answer));
  const others = all.filter((answer) => !certain.includes(answer));
  refill(
    panel,
    el("nav", { "aria-label": `Kinds of ${family}` }, kinds(page, family, [...certain, ...others])),
    ...(one
      ? [section(page, one, shown.rows, true)]
      : [...certain, ...others].map((answer) =>
          section(page, answer, isCertain(answer) || !certain.length ? FIRST : 0, false),
        )),
  );
  page.note(panel);
  explain(one ? [one] : all, family);
}

/** Whether a document says of the first row, which are in that order, that it is a gap. @param {Answer} answer */
function isCertain({ rows }) {
  return rows[0]?.absence !== "not recorded";
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
        total == null ? null : el("span", { class: "count" }, ` (${grouped(total)})`),
      ),
    );
  return el(
    "ul",
    { class: "kinds" },
    chip("", "all", null),
    ...all.map(({ name, word, total }) => chip(name, word, total)),
  );
}

/** @param {Page} page @param {Answer} answer @param {number} most @param {boolean} alone */
function section(page, answer, most, alone) {
  const { title, rows, total, empty } = answer;
  const count = total == null ? "" : ` (${grouped(total)})`;
  return el(
    "section",
    { class: "finding", "aria-label": title },
    el("h2", {}, title, el("span", { class: "count" }, count)),
    ...meanings(rows),
    rows.length
      ? null
      : el("p", { class: "note" }, total === null ? `${empty}.` : `None: ${empty}.`),
    rows.length && most
      ? el("div", { class: "scroll" }, table(page, answer, rows.slice(0, most)))
      : null,
    ...(most ? alike(answer) : []),
    rows.length > most || (alone && (total ?? 0) > rows.length)
      ? further(page, answer, most, alone)
      : null,
  );
}

/** What the absences of rows mean, each said once with its sign and how often it is meant. @param {Row[]} rows */
function meanings(rows) {
  /** @type {Map<string, {absence: string, why: string, count: number}>} */
  const found = new Map();
  for (const row of rows) {
    if (!row.absence) continue;
    const files = [row.documents ?? row.document ?? []].flat().join(", ");
    const [absence, why] = [String(row.absence), String(row.why ?? "")];
    const said = why.endsWith(`: ${files}`) ? why.slice(0, -files.length - 2) : why;
    const known = found.get(`${absence} ${said}`) ?? { absence, why: said, count: 0 };
    known.count += 1;
    found.set(`${absence} ${said}`, known);
  }
  return [...found.values()].map(({ absence, why, count }) =>
    el(
      "p",
      { class: "note" },
      sign(absence),
      found.size > 1 ? ` (${grouped(count)})` : "",
      `: ${why}.`,
    ),
  );
}

/** The columns of an answer that have one text in all rows, of which there are some. @param {Answer} answer */
function same({ columns, rows }) {
  return columns.filter(
    ([, template], at) =>
      at && rows.length > 2 && new Set(rows.map((row) => text(row, template))).size === 1,
  );
}

/** What is the same in each row, said once. @param {Answer} answer */
function alike(answer) {
  const said = same(answer).map(
    ([heading, template]) => `${heading}: ${text(answer.rows[0], template) || "nothing"}`,
  );
  return said.length
    ? [el("p", { class: "note" }, `The same in each row: ${said.join("; ")}.`)]
    : [];
}

/** @param {Page} page @param {Answer} answer @param {number} most @param {boolean} alone */
function further(page, { name, title, rows, total }, most, alone) {
  const count = grouped(total ?? rows.length);
  const first = `The first ${grouped(Math.min(most, rows.length))} of ${count}.`;
  if (!alone) {
    const { view, node } = page.place;
    const href = page.at({ view, node, to: null, kind: name });
    const link = el("a", { href, "aria-label": `All ${count}: ${title}` }, `All ${count}`);
    return shortened(link, most ? first : `${count} in all.`);
  }
  if (rows.length <= most) return el("p", { class: "note" }, first);
  const more = () => {
    shown.rows += PAGE;
    page.draw();
  };
  const said = `Show ${Math.min(PAGE, rows.length - most)} more of ${grouped(rows.length)}`;
  return shortened(el("button", { type: "button", click: more }, said), first);
}

/** @param {Page} page @param {Answer} answer @param {Row[]} rows */
function table(page, answer, rows) {
  const once = same(answer);
  /** @type {Column[]} */
  const columns = answer.columns.filter((column) => !once.includes(column));
  const mixed = new Set(answer.rows.map(({ absence }) => absence)).size > 1;
  const numbers = columns.map(([, template]) => counts(rows[0], template));
  return el(
    "table",
    { class: columns.length > 2 ? "rows wide" : "rows" },
    el("caption", { class: "unseen" }, answer.title),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        ...columns.map(([heading], at) =>
          el("th", { scope: "col", class: numbers[at] ? "number" : null }, heading),
        ),
        mixed ? el("th", { scope: "col" }, "gap") : null,
        el("th", { scope: "col", class: "on-screen" }, "See it"),
      ),
    ),
    el("tbody", {}, ...rows.map((row) => line(page, row, columns, numbers, mixed))),
  );
}

/**
 * @param {Page} page
 * @param {Row} row
 * @param {Column[]} columns
 * @param {boolean[]} numbers which of them count
 * @param {boolean} mixed whether the row says how certain its gap is
 */
function line(page, row, columns, numbers, mixed) {
  const cells = columns.map(([, template], at) => {
    const dir = reversed(text(row, template)) ? "rtl" : null;
    const attributes = at ? { class: numbers[at] ? "number" : null, dir } : { scope: "row", dir };
    return el(at ? "td" : "th", attributes, ...filled(page, row, template));
  });
  const found = placeOf(page, row);
  return el(
    "tr",
    {},
    ...cells,
    mixed ? el("td", {}, sign(String(row.absence))) : null,
    el(
      "td",
      { class: "on-screen" },
      found ? el("a", { href: page.at(found.place) }, found.name) : null,
    ),
  );
}

/** How certain a gap is, with its sign. @param {string} absence as a machine says it */
function sign(absence) {
  const certain = absence === "none";
  return el(
    "span",
    { class: "absence" },
    el("span", { class: `sign ${certain ? "none" : "unrecorded"}`, "aria-hidden": "true" }),
    certain ? "Certain" : "Not recorded",
  );
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
    "Follow a name to its statements and their quotes; “See it” opens the view that shows the row.",
    list("Counted", unique(answers.map(({ projection }) => projection))),
    list("Sources", unique(answers.flatMap(({ sources }) => sources))),
    family === "gaps" ? signs() : null,
  );
}

function signs() {
  /** @type {(absence: string, meaning: string) => HTMLElement[]} */
  const entry = (absence, meaning) => [el("dt", {}, sign(absence)), el("dd", {}, meaning)];
  return el(
    "section",
    {},
    el("h3", {}, "How certain a gap is"),
    el(
      "dl",
      {},
      ...entry("none", "a document lists such things, and nobody here"),
      ...entry("not recorded", "no document lists them, so there may be somebody"),
    ),
  );
}
