// @ts-check
/** @import { Filters } from "./filters.js" */
/** @import { Graph } from "./graph.js" */

/**
 * The links of one type and direction that a thing has.
 * @typedef {{key: string, type: number, out: boolean, entries: {node: number, link: number}[]}} Lane
 */

/**
 * A lane with the entries that are listed, how many of those after them are left out, and those
 * that have something behind them.
 * @typedef {Lane & {shown: Lane["entries"], left: number, ring: Lane["entries"]}} Listed
 */

const SHEET_ROWS = 26;

/**
 * The links of a thing in lanes: one for each type and direction, the best linked things first.
 * @param {Graph} graph
 * @param {Filters} filters
 * @param {number} node
 * @returns {Lane[]}
 */
export function lanesOf(graph, filters, node) {
  const strong = lanes(graph, node, (link) => filters.follows(link, { centre: node }));
  if (strong.length) return strong;
  return lanes(graph, node, (link) => filters.follows(link, { weakToo: true, centre: node }));
}

/**
 * @param {Graph} graph
 * @param {number} node
 * @param {(link: number) => boolean} follows
 * @returns {Lane[]}
 */
function lanes(graph, node, follows) {
  /** @type {Map<string, Lane>} */
  const found = new Map();
  for (const link of graph.of(node)) {
    if (!follows(link)) continue;
    const out = graph.sources[link] === node;
    const key = `${graph.type[link]}-${out}`;
    const { entries } =
      found.get(key) ?? opened(found, { key, type: graph.type[link], out, entries: [] });
    const other = graph.other(link, node);
    const last = entries.at(-1);
    if (last?.node !== other) entries.push({ node: other, link });
    else if (graph.inferred[last.link]) last.link = link;
  }
  for (const { entries } of found.values()) {
    entries.sort((a, b) => graph.of(b.node).length - graph.of(a.node).length || a.node - b.node);
  }
  return [...found.values()].sort((a, b) => a.type - b.type);
}

/**
 * Lanes with what is listed of them: so many entries of each.
 * @param {Lane[]} lanes
 * @param {(lane: Lane) => number} most
 * @returns {Listed[]}
 */
export function listed(lanes, most) {
  return lanes.map((lane) => {
    const shown = lane.entries.slice(0, most(lane));
    return { ...lane, shown, left: lane.entries.length - shown.length, ring: lane.entries };
  });
}

/**
 * Lanes as they follow each other on sheets of paper, on each of which both sides have room.
 * @param {Listed[]} lanes
 * @returns {Listed[][]}
 */
export function onSheets(lanes) {
  const sheets = divided(lanes);
  if (sheets.length === 1) return sheets;
  return sheets.map((sheet) => sheet.map((lane) => ({ ...lane, ring: lane.shown })));
}

/** @param {Listed[]} lanes @returns {Listed[][]} */
function divided(lanes) {
  const room = { true: SHEET_ROWS, false: SHEET_ROWS };
  const [first, rest] = [/** @type {Listed[]} */ ([]), /** @type {Listed[]} */ ([])];
  for (const lane of lanes) {
    const taken = Math.max(0, Math.min(lane.shown.length, room[`${lane.out}`] - 1));
    const whole = taken === lane.shown.length;
    if (taken)
      first.push({ ...lane, shown: lane.shown.slice(0, taken), left: whole ? lane.left : 0 });
    if (!whole) rest.push({ ...lane, shown: lane.shown.slice(taken) });
    room[`${lane.out}`] -= taken + 1;
  }
  return rest.length ? [first, ...divided(rest)] : [first];
}

/** @param {Map<string, Lane>} found @param {Lane} lane */
function opened(found, lane) {
  found.set(lane.key, lane);
  return lane;
}

/**
 * What stands behind a ring: things linked with the most of it, with those links.
 * @param {Graph} graph
 * @param {Filters} filters
 * @param {number[]} ring
 * @param {Set<number>} taken what stands elsewhere already
 * @param {number} most
 * @returns {{node: number, links: number[]}[]}
 */
export function behind(graph, filters, ring, taken, most) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const node of ring) {
    for (const link of graph.of(node)) {
      const other = graph.other(link, node);
      if (taken.has(other) || graph.weak(link) || !filters.follows(link)) continue;
      const links = found.get(other);
      if (links) links.push(link);
      else found.set(other, [link]);
    }
  }
  return [...found]
    .map(([node, links]) => ({ node, links }))
    .sort((a, b) => b.links.length - a.links.length || a.node - b.node)
    .slice(0, most)
    .sort((a, b) => graph.label[a.node] - graph.label[b.node] || b.links.length - a.links.length);
}
