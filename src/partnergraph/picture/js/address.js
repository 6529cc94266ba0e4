// @ts-check
/** @import { By } from "./cells.js" */
/** @import { Graph } from "./graph.js" */
import { BY } from "./cells.js";

/**
 * Where a reader is: a view, the thing in the middle, the thing it is to be connected with, what
 * the matrix is by, which answer is open.
 * @typedef {{view: string, node: number, to: number | null, by: By, kind: string}} Place
 */

/**
 * A place as the part of an address behind its `#`.
 * @param {Graph} graph
 * @param {Partial<Place>} place
 * @returns {string}
 */
export function address(graph, { view, node, to, by, kind }) {
  const parts = [];
  if (view) parts.push(`view=${view}`);
  if (node != null) parts.push(`n=${encodeURIComponent(graph.id(node))}`);
  if (to != null) parts.push(`to=${encodeURIComponent(graph.id(to))}`);
  if (by) parts.push(`by=${by}`);
  if (kind) parts.push(`kind=${kind}`);
  return `#${parts.join("&").replaceAll("%3A", ":").replaceAll("%2F", "/")}`;
}

/**
 * The place an address leads to; what it leaves out, or what is not on the page, comes from `home`.
 * @param {Graph} graph
 * @param {string} hash
 * @param {Place} home
 * @param {string[]} views
 * @returns {Place}
 */
export function placeAt(graph, hash, home, views) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  if (![...asked.keys()].some((key) => ["view", "n", "to", "by", "kind"].includes(key)))
    return home;
  const node = graph.find(asked.get("n") ?? "");
  const by = asked.get("by") ?? "";
  const kind = asked.get("kind") ?? "";
  const view = asked.get("view") ?? (node == null ? home.view : "focus");
  return {
    view: views.includes(view) ? view : home.view,
    node: node ?? home.node,
    to: graph.find(asked.get("to") ?? ""),
    by: /** @type {By} */ (Object.hasOwn(BY, by) ? by : "topic"),
    kind: /^[a-z-]+$/.test(kind) ? kind : "",
  };
}
