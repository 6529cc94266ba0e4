// @ts-check
/** @import { Page, View } from "./main.js" */
/** @import { Column, Extent, Row, Thing } from "./parts.js" */
/** @import { Lane, Listed } from "./ring.js" */
import { counted, cut, el, refill, svg } from "./dom.js";
import { showThing } from "./evidence.js";
import { asked, drawRoute, route } from "./lane.js";
import { inlineMark } from "./marks.js";
import { centre, elbow, HEAD, heading, link, more, ROW, thing } from "./parts.js";
import { behind, lanesOf, listed, onSheets } from "./ring.js";

const SHOWN = 12;
const BEHIND = 12;
const GAP = 44;
const LONG = 20;
const TOP = 300;
const INDENT = 34;
const NARROW = 640;
const WIDE = 1100;
const PAD = 12;
const SHEET = 900;
const ON_PAPER = 250;
/**
 * Lanes that show all they have; forgotten when the reader moves.
 * @type {{node: number, lanes: Set<string>}}
 */
const whole = { node: -1, lanes: new Set() };

/**
 * A column that has no place yet, and its part of the room.
 * @typedef {{kind: string, rows: Row[], weight: number}} Share
 */

/** @type {View} */
export const focus = {
  id: "focus",
  filtered: (page) => page.place.to == null || !asked(page),
  draw(panel, page) {
    const { graph, place } = page;
    if (place.to != null) return drawRoute(panel, page, place.to);
    if (whole.node !== place.node) whole.lanes.clear();
    whole.node = place.node;
    const room = Math.max(panel.clientWidth - 32, 300);
    const lanes = listed(lanesOf(graph, page.filters, place.node), shownOf);
    refill(panel, bar(page), lanes.length ? picture(page, lanes, room) : nothing(page));
    showThing(page, place.node);
  },
  drawing: (panel) => panel.querySelector("svg.drawing") ?? panel,
  sheets(page) {
    const { graph, filters, place } = page;
    if (place.to != null) return [route(page, place.to)].filter((drawing) => drawing !== null);
    const most = (/** @type {Lane} */ lane) => Math.min(shownOf(lane), ON_PAPER);
    const lanes = listed(lanesOf(graph, filters, place.node), most);
    return onSheets(lanes).map((part) => picture(page, part, SHEET));
  },
};

/** @param {Page} page */
function bar(page) {
  const { graph, place } = page;
  const label = graph.labels[graph.label[place.node]];
  return el(
    "div",
    { class: "bar" },
    el("h2", { dir: "auto" }, inlineMark(label), cut(graph.short(place.node), 120)),
    el("span", { class: "note" }, label.name),
    el("button", { type: "button", click: () => page.connect() }, "Connect with …"),
  );
}

/** @param {Page} page */
function nothing(page) {
  const all = page.graph.of(page.place.node).length;
  const why = all ? `${counted(all, "link")}, none of a kind that the filters show.` : "No links.";
  return el("p", { class: "note" }, why);
}

/** How many entries of a lane are listed. @param {Lane} lane @returns {number} */
function shownOf({ key, entries }) {
  return whole.lanes.has(key) || entries.length <= SHOWN + 1 ? entries.length : SHOWN;
}

/** @param {Page} page @param {Listed[]} lanes @param {number} room */
function picture(page, lanes, room) {
  const drawing = svg("svg", {
    class: "drawing",
    role: "group",
    "aria-label": `${cut(page.graph.short(page.place.node), 120)} and its links`,
  });
  const height =
    room < NARROW ? stacked(page, drawing, lanes, room) : beside(page, drawing, lanes, room);
  for (const [name, value] of Object.entries({
    width: room,
    height,
    viewBox: `0 0 ${room} ${height}`,
  })) {
    drawing.setAttribute(name, String(value));
  }
  return drawing;
}

/**
 * Columns side by side: what is behind, what links here, the centre, and the same again.
 * @param {Page} page
 * @param {SVGElement} drawing
 * @param {Listed[]} lanes
 * @param {number} room
 */
function beside(page, drawing, lanes, room) {
  const columns = spread(columnsOf(page, lanes, room), room);
  const height = Math.max(...columns.map((column) => heightOf(column.rows)), 240);
  const back = svg("g", {});
  drawing.append(back);
  const middle = columns.findIndex((column) => column.kind === "centre");
  const box = centre(page, columns[middle], Math.min(height / 2, TOP));
  drawing.append(...box);
  for (const column of columns) {
    const own = heightOf(column.rows);
    const top = Math.max(0, Math.min((height - own) / 2, TOP - own / 2));
    listing(page, drawing, column, top);
  }
  columns.forEach((column, at) => {
    const inner = columns[at < middle ? at + 1 : at - 1];
    const places =
      column.kind === "near" ? new Map([[page.place.node, box.extent]]) : extentsOf(inner);
    for (const { id, own, near } of joints(page, column, places)) {
      const [left, right] = at < middle ? [own, near] : [near, own];
      back.append(link(page, id, left, right, column.kind));
    }
  });
  return height;
}

/**
 * On a narrow screen: the centre above, all lanes below each other.
 * @param {Page} page
 * @param {SVGElement} drawing
 * @param {Listed[]} lanes
 * @param {number} room
 */
function stacked(page, drawing, lanes, room) {
  const box = centre(page, { x: 4, width: room - 8 }, 0);
  const top = box.height;
  const back = svg("g", { transform: `translate(0 ${top / 2})` }, ...box);
  const column = { kind: "near", rows: nearRows(page, lanes), x: INDENT, width: room - INDENT - 4 };
  drawing.append(back);
  listing(page, drawing, column, top + PAD);
  const places = new Map([[page.place.node, box.extent]]);
  for (const { id, own } of joints(page, column, places)) {
    drawing.prepend(elbow(page, id, 16, top, own));
  }
  return top + PAD + heightOf(column.rows);
}

/**
 * The links of a column's things to those of the next column inwards, with where both ends stand.
 * @param {Page} page
 * @param {Column} column
 * @param {Map<number, Extent>} places of the things in that column
 */
function* joints(page, column, places) {
  for (const row of column.rows) {
    if (!("node" in row) || !row.extent) continue;
    for (const id of row.links) {
      const near = places.get(page.graph.other(id, row.node));
      if (near) yield { id, own: row.extent, near };
    }
  }
}

/** Where the things of a column stand, each in its first row. @param {Column | undefined} column */
function extentsOf(column) {
  /** @type {Map<number, Extent>} */
  const found = new Map();
  for (const row of column?.rows ?? []) {
    if ("node" in row && row.extent && !found.has(row.node)) found.set(row.node, row.extent);
  }
  return found;
}

/**
 * The columns from left to right; the ring behind stands where there is room for it.
 * @param {Page} page
 * @param {Listed[]} lanes
 * @param {number} room
 * @returns {Share[]}
 */
function columnsOf(page, lanes, room) {
  const { graph, filters, place } = page;
  const ring = lanes.flatMap((lane) => lane.entries.map((entry) => entry.node));
  const taken = new Set([place.node, ...ring]);
  const sides = [false, true].map((out) => {
    const own = lanes.filter((lane) => lane.out === out);
    const nodes = own.flatMap((lane) => lane.ring.map((entry) => entry.node));
    const near = { kind: "near", rows: nearRows(page, own), weight: 1.25 };
    /** @type {Share} */
    const far = { kind: "far", rows: [], weight: 1 };
    return { nodes, near, far };
  });
  const larger = [...sides].sort((a, b) => b.nodes.length - a.nodes.length);
  for (const side of larger.slice(0, room < WIDE ? 1 : 2)) {
    const entries = behind(graph, filters, side.nodes, taken, BEHIND);
    for (const { node } of entries) taken.add(node);
    side.far.rows = farRows(page, entries);
  }
  const [before, after] = sides;
  const middle = {
    kind: "centre",
    rows: [],
    weight: graph.short(place.node).length > LONG ? 0.9 : 0.6,
  };
  return [before.far, before.near, middle, after.near, after.far].filter(
    (column) => column === middle || column.rows.length,
  );
}

/**
 * Give columns their places by their weights.
 * @param {Share[]} shares
 * @param {number} room
 * @returns {Column[]}
 */
function spread(shares, room) {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  const free = room - GAP * (shares.length - 1) - 8;
  let left = 4;
  return shares.map(({ kind, rows, weight }) => {
    const [x, width] = [left, (free * weight) / total];
    left += width + GAP;
    return { kind, rows, x, width };
  });
}

/** @param {Page} page @param {Listed[]} lanes @returns {Row[]} */
function nearRows(page, lanes) {
  return lanes.flatMap(({ type, out, key, entries, shown, left }) => {
    const { phrase } = page.graph.types[type];
    return [
      { heading: out ? `${phrase} →` : `← ${phrase}`, count: entries.length },
      ...shown.map(({ node, link: id }) => ({ node, links: [id] })),
      ...(left ? [{ more: left, key }] : []),
    ];
  });
}

/** @param {Page} page @param {Thing[]} entries @returns {Row[]} */
function farRows(page, entries) {
  const { graph } = page;
  return entries.flatMap((entry, at) => {
    const label = graph.label[entry.node];
    const first = at === 0 || graph.label[entries[at - 1].node] !== label;
    const row = { ...entry, tally: entry.links.length };
    return first ? [{ heading: graph.labels[label].many, count: null }, row] : [row];
  });
}

/** @param {Row[]} rows */
function heightOf(rows) {
  return rows.reduce((sum, row) => sum + ("heading" in row ? HEAD : ROW), PAD);
}

/**
 * The rows of a column, one below the other.
 * @param {Page} page
 * @param {SVGElement} drawing
 * @param {Column} column
 * @param {number} top
 */
function listing(page, drawing, column, top) {
  let y = top;
  for (const row of column.rows) {
    if ("heading" in row) drawing.append(...heading(row, column, y));
    else if ("more" in row) drawing.append(more(row, column, y, () => showWhole(page, row.key)));
    else drawing.append(thing(page, row, column, y + ROW / 2));
    y += "heading" in row ? HEAD : ROW;
  }
}

/** @param {Page} page @param {string} key of a lane */
function showWhole(page, key) {
  whole.lanes.add(key);
  page.draw();
}
