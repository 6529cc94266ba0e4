// @ts-check
/** @import { Place } from "./address.js" */
/** @import { Row } from "./answers.js" */
/** @import { Page } from "./main.js" */
import { cut, el, grouped, words } from "./dom.js";

const CELL = 150;
const SHORT = 16;
const BODIES = ["Agency", "Organisation", "Country", "RCP", "Person"];
const FIELD = /\{(\w+)([#%.]?)\}/g;

/**
 * What stands in a cell: a template with the columns of a row in it, as links to what they name; a
 * line of the template whose columns are all empty is left out. `{list#}` is how many a list has,
 * `{share%}` a share of a hundred, `{list.}` the first of a list and how many more there are.
 * @param {Page} page
 * @param {Row} row
 * @param {string} template
 * @returns {(Node | string)[]}
 */
export function filled(page, row, template) {
  const lines = template.split("\n").map((line) => filledLine(page, row, line));
  return lines
    .filter((line) => line.length)
    .flatMap((line, at) => (at ? [el("br"), ...line] : line));
}

/** @param {Page} page @param {Row} row @param {string} line */
function filledLine(page, row, line) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let [at, some] = [0, false];
  for (const { 0: whole, 1: column, 2: how, index } of line.matchAll(FIELD)) {
    const said = value(page, row, column, how);
    some ||= said.length > 0;
    parts.push(line.slice(at, index), ...said);
    at = index + whole.length;
  }
  parts.push(line.slice(at));
  return some || !at ? parts.filter((part) => part !== "") : [];
}

/** A cell as words alone. @param {Row} row @param {string} template */
export function text(row, template) {
  return template.replaceAll(FIELD, (_, column) => [row[column] ?? ""].flat().join(", "));
}

/** Whether a cell is a number alone. @param {Row} row @param {string} template */
export function counts(row, template) {
  const [found] = template.matchAll(FIELD);
  if (!found || found[0] !== template) return false;
  return found[2] === "#" || found[2] === "%" || typeof row[found[1]] === "number";
}

/** @param {Page} page @param {Row} row @param {string} column @param {string} how @returns {(Node | string)[]} */
function value(page, row, column, how) {
  const said = row[column];
  const texts = said == null ? [] : [said].flat().map(String);
  if (how === "#") return [grouped(texts.length)];
  if (how === "%") return [`${Math.round(100 * Number(said ?? 0))} %`];
  const ids = [row[`${column}_id`] ?? []].flat().map(String);
  const shown = how === "." ? texts.slice(0, 1) : texts;
  const linked = shown.flatMap((text, at) => [at ? ", " : "", toNamed(page, ids[at], text)]);
  const more = texts.length - shown.length;
  return more > 0 ? [...linked, ` (and ${grouped(more)} more)`] : linked;
}

/** @param {Page} page @param {string | undefined} id @param {string} text */
function toNamed(page, id, text) {
  const node = id === undefined ? null : page.graph.find(id);
  const content = words(cut(text, CELL));
  if (text.length <= SHORT) content.className = "short";
  const whole = text.length > CELL ? text : null;
  return node == null
    ? content
    : el("a", { href: page.at({ view: "focus", node, to: null }), "data-whole": whole }, content);
}

/** The view that shows a row best. @param {Page} page @param {Row} row @returns {{name: string, place: Partial<Place>} | null} */
export function placeOf({ graph }, row) {
  /** @type {(column: string) => number | null} */
  const node = (column) => graph.find(typeof row[column] === "string" ? row[column] : "");
  const [a, b] = [node("a_id"), node("b_id")];
  const [topic, objective, agency] = [node("topic_id"), node("objective_id"), node("agency_id")];
  if (a != null && b != null && graph.is(a, ...BODIES))
    return { name: "Path", place: { view: "focus", node: a, to: b } };
  const by = topic ?? (a != null && graph.is(a, "Topic") ? a : null);
  if (by != null) return { name: "Matrix", place: { view: "matrix", by: "topic", node: by } };
  if (objective != null && agency != null)
    return {
      name: "Matrix",
      place: { view: "matrix", by: "objective", node: objective, to: agency },
    };
  const any = Object.keys(row)
    .map(node)
    .find((found) => found != null);
  return any == null ? null : { name: "Focus", place: { view: "focus", node: any, to: null } };
}
