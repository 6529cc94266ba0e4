// @ts-check
/** @import { Page, View } from "./main.js" */
/** @import { Column, Extent, Row, Share, Thing } from "./parts.js" */
/** @import { Lane, Listed } from "./ring.js" */
/** @import { Room } from "./room.js" */
import { counted, cut, el, refill, svg } from "./dom.js";
import { showThing } from "./evidence.js";
import { asked, drawRoute, route } from "./lane.js";
import { inlineMark } from "./marks.js";
import { centre, elbow, heading, link, more, thing } from "./parts.js";
import { startPointing } from "./pointing.js";
import { behind, lanesOf, listed, onSheets } from "./ring.js";
import { heightOf, rowHeight, settle, spread } from "./room.js";

const SHOWN = 12;
const BEHIND = 12;
const INDENT = 34;
const NARROW = 640;
const WIDE = 1100;
const PAD = 12;
const STACKED = 4;
const BAR = 72;
const LOWEST = 420;
const SHEET = { width: 900, height: 1160 };
const ON_PAPER = 250;
/**
 * Lanes that show all they have; forgotten when the reader moves.
 * @type {{node: number, lanes: Set<string>}}
 */
const whole = { node: -1, lanes: new Set() };

/** @type {View} */
export const focus = {
  id: "focus",
  filtered: (page) => page.place.to == null || !asked(page),
  draw(panel, page) {
    const { graph, place } = page;
    if (place.to != null) return drawRoute(panel, page, place.to);
    if (whole.node !== place.node) whole.lanes.clear();
    whole.node = place.node;
    const lanes = listed(lanesOf(graph, page.filters, place.node), shownOf);
    const room = {
      width: Math.max(panel.clientWidth - 32, 300),
      height: Math.max(Math.min(panel.clientHeight, window.innerHeight) - BAR, LOWEST),
    };
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
  const why = all
    ? `${counted(all, "statement")}, none of a kind that the filters show.`
    : "No statements.";
  return el("p", { class: "note" }, why);
}

/** How many entries of a lane are listed. @param {Lane} lane @returns {number} */
function shownOf({ key, entries }) {
  return whole.lanes.has(key) || entries.length <= SHOWN + 1 ? entries.length : SHOWN;
}

/** @param {Page} page @param {Listed[]} lanes @param {Room} room */
function picture(page, lanes, room) {
  const drawing = svg("svg", {
    class: "drawing",
    role: "group",
    "aria-label": `${cut(page.graph.short(page.place.node), 120)} and its statements`,
  });
  const { width } = room;
  const height =
    width < NARROW ? stacked(page, drawing, lanes, width) : beside(page, drawing, lanes, room);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(size)) drawing.setAttribute(name, String(value));
  startPointing(drawing);
  return drawing;
}

/**
 * Columns side by side: what is behind, what links here, the centre, and the same again.
 * @param {Page} page
 * @param {SVGElement} drawing
 * @param {Listed[]} lanes
 * @param {Room} room
 */
function beside(page, drawing, lanes, room) {
  const columns = spread(page, columnsOf(page, lanes, room.width), room);
  const height = Math.max(...columns.map((column) => heightOf(column.rows)), 240);
  const middleHeight = Math.min(height, room.height) / 2;
  const back = svg("g", {});
  drawing.append(back);
  const middle = columns.findIndex((column) => column.kind === "centre");
  const box = centre(page, columns[middle], middleHeight);
  drawing.append(...box);
  for (const column of columns) {
    const own = heightOf(column.rows);
    const top = Math.max(0, Math.min((height - own) / 2, middleHeight - own / 2));
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
  settle(page, column, Infinity, STACKED);
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
    const near = { kind: "near", rows: nearRows(page, own) };
    /** @type {Share} */
    const far = { kind: "far", rows: [] };
    return { nodes, near, far };
  });
  const larger = [...sides].sort((a, b) => b.nodes.length - a.nodes.length);
  for (const side of larger.slice(0, room < WIDE ? 1 : 2)) {
    const entries = behind(graph, filters, side.nodes, taken, BEHIND);
    for (const { node } of entries) taken.add(node);
    side.far.rows = farRows(page, entries);
  }
  const [before, after] = sides;
  const middle = { kind: "centre", rows: [] };
  return [before.far, before.near, middle, after.near, after.far].filter(
    (column) => column === middle || column.rows.length,
  );
}

/** @param {Page} page @param {Listed[]} lanes @returns {Row[]} */
function nearRows(page, lanes) {
  return lanes.flatMap(({ type, out, key, entries, shown, left }) => {
    const { phrase } = page.graph.types[type];
    return [
      { heading: out ? `${phrase} →` : `… ${phrase} this`, count: entries.length },
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
    else drawing.append(thing(page, row, column, y + rowHeight(row) / 2, rowHeight(row)));
    y += rowHeight(row);
  }
}

/** @param {Page} page @param {string} key of a lane */
function showWhole(page, key) {
  whole.lanes.add(key);
  page.draw();
}
