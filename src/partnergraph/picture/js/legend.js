// @ts-check
/** @import { Page } from "./main.js" */
import { byId, el } from "./dom.js";
import { inlineMark } from "./marks.js";

/**
 * The legend, which is the filter: a checkbox with its count for each kind of thing and link.
 * @param {Page} page
 */
export function startLegend(page) {
  const { graph, filters } = page;
  const things = tally(graph.label, graph.labels.length);
  const links = tally(graph.type, graph.types.length);
  const inferred = graph.inferred.reduce((sum, flag) => sum + flag, 0);
  byId("legend").append(
    group("Things", graph.labels, things, filters.labels, page, (label) => [
      inlineMark(label),
      label.many,
    ]),
    group("Links", graph.types, links, filters.types, page, (type) => [type.phrase]),
    el(
      "fieldset",
      {},
      el("legend", {}, "What no text states"),
      choice(["Inferred links"], inferred, filters.inferred, (on) => {
        filters.inferred = on;
        page.draw();
      }),
    ),
  );
  if (window.matchMedia("(max-width: 900px)").matches) byId("legend").removeAttribute("open");
}

/**
 * @template Kind
 * @param {string} name
 * @param {Kind[]} kinds
 * @param {number[]} counts
 * @param {Uint8Array} switches
 * @param {Page} page
 * @param {(kind: Kind) => (Node | string)[]} caption
 */
function group(name, kinds, counts, switches, page, caption) {
  const choices = kinds.map((kind, at) =>
    counts[at]
      ? choice(caption(kind), counts[at], switches[at] === 1, (on) => {
          switches[at] = on ? 1 : 0;
          page.draw();
        })
      : null,
  );
  return el("fieldset", {}, el("legend", {}, name), ...choices);
}

/** @param {(Node | string)[]} caption @param {number} count @param {boolean} on @param {(on: boolean) => void} change */
function choice(caption, count, on, change) {
  /** @type {HTMLInputElement} */
  const box = el("input", { type: "checkbox", change: () => change(box.checked) });
  box.checked = on;
  const number = el("span", { class: "count" }, ` (${count.toLocaleString("en")})`);
  return el("label", {}, box, ...caption, number);
}

/** @param {Uint8Array} column @param {number} size @returns {number[]} */
function tally(column, size) {
  const counts = Array.from({ length: size }, () => 0);
  for (const value of column) counts[value] += 1;
  return counts;
}
