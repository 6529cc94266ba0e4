// @ts-check
/** @import { Page } from "./main.js" */
import { counted, cut, el, refill, svg, words } from "./dom.js";
import { showThing } from "./evidence.js";
import { drawRoute } from "./lane.js";
import { inlineMark } from "./marks.js";
import { centre, elbow, HEAD, heading, link, more, ROW, thing } from "./parts.js";
import { behind, lanesOf } from "./ring.js";

const SHOWN = 12;
const BEHIND = 12;
const GAP = 44;
const LONG = 20;
const TOP = 300;
const INDENT = 34;
const NARROW = 640;
const WIDE = 1100;
const PAD = 12;
/** Lanes that show all they have; forgotten when the reader moves. */
const whole = { node: -1, lanes: new Set() };

export const focus = {
  id: "focus",
  /** @param {HTMLElement} panel @param {Page} page */
  draw(panel, page) {
    const { graph, place } = page;
    if (place.to != null) return drawRoute(panel, page);
    if (whole.node !== place.node) Object.assign(whole, { node: place.node, lanes: new Set() });
    const lanes = lanesOf(graph, page.filters, place.node);
    refill(panel, bar(page), lanes.length ? picture(panel, page, lanes) : nothing(page));
    showThing(page, place.node);
  },
  /** @param {HTMLElement} panel */
  drawing: (panel) => panel.querySelector("svg.drawing") ?? panel,
};

/** @param {Page} page */
function bar(page) {
  const { graph, place } = page;
  const label = graph.labels[graph.label[place.node]];
  return el(
    "div",
    { class: "bar" },
    el("h2", { dir: "auto" }, inlineMark(label), words(cut(graph.short(place.node), 120))),
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

/** @param {HTMLElement} panel @param {Page} page @param {import("./ring.js").Lane[]} lanes */
function picture(panel, page, lanes) {
  const room = Math.max(panel.clientWidth - 32, 300);
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

/** Columns side by side: what is behind, what links here, the centre, and the same again. @param {Page} page */
function beside(page, drawing, lanes, room) {
  const columns = spread(columnsOf(page, lanes, room), room);
  const height = Math.max(...columns.map((column) => heightOf(column.rows)), 240);
  const places = new Map();
  const back = svg("g", {});
  drawing.append(back);
  const middle = columns.findIndex((column) => column.kind === "centre");
  for (const column of columns) {
    const own = heightOf(column.rows);
    const top = Math.max(0, Math.min((height - own) / 2, TOP - own / 2));
    if (column.kind === "centre")
      drawing.append(...centre(page, column, Math.min(height / 2, TOP), places));
    else listed(page, drawing, column, top, places);
  }
  columns.forEach((column, at) => {
    for (const [node, near, id] of joints(page, column, places)) {
      const [left, right] = at < middle ? [node, near] : [near, node];
      back.append(link(page, id, places.get(left), places.get(right), column.kind));
    }
  });
  return height;
}

/** On a narrow screen: the centre above, all lanes below each other. @param {Page} page */
function stacked(page, drawing, lanes, room) {
  const places = new Map();
  const box = centre(page, { x: 4, width: room - 8 }, 0, places);
  const top = box.height;
  const back = svg("g", { transform: `translate(0 ${top / 2})` }, ...box);
  const column = { kind: "near", rows: nearRows(page, lanes), x: INDENT, width: room - INDENT - 4 };
  drawing.append(back);
  listed(page, drawing, column, top + PAD, places);
  for (const [node, , id] of joints(page, column, places)) {
    drawing.prepend(elbow(page, id, 16, top, places.get(node)));
  }
  return top + PAD + heightOf(column.rows);
}

/** The links of a column's things to what is drawn already: thing, other end, link. @param {Page} page */
function* joints(page, column, places) {
  for (const row of column.rows) {
    for (const id of row.links ?? []) {
      const near = page.graph.other(id, row.node);
      if (places.has(near)) yield [row.node, near, id];
    }
  }
}

/** The columns from left to right; the ring behind stands where there is room for it. @param {Page} page */
function columnsOf(page, lanes, room) {
  const { graph, filters, place } = page;
  const ring = lanes.flatMap((lane) => lane.entries.map((entry) => entry.node));
  const taken = new Set([place.node, ...ring]);
  const sides = [false, true].map((out) => {
    const own = lanes.filter((lane) => lane.out === out);
    const nodes = own.flatMap((lane) => lane.entries.map((entry) => entry.node));
    return {
      nodes,
      near: { kind: "near", rows: nearRows(page, own), weight: 1.25 },
      far: { rows: [] },
    };
  });
  const larger = [...sides].sort((a, b) => b.nodes.length - a.nodes.length);
  for (const side of larger.slice(0, room < WIDE ? 1 : 2)) {
    const entries = behind(graph, filters, side.nodes, taken, BEHIND);
    for (const { node } of entries) taken.add(node);
    Object.assign(side.far, { kind: "far", rows: farRows(page, entries), weight: 1 });
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

/** Give columns their places by their weights. */
function spread(columns, room) {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const free = room - GAP * (columns.length - 1) - 8;
  let x = 4;
  for (const column of columns) {
    Object.assign(column, { x, width: (free * column.weight) / total });
    x += column.width + GAP;
  }
  return columns;
}

/** @param {Page} page */
function nearRows(page, lanes) {
  return lanes.flatMap(({ type, out, key, entries }) => {
    const { phrase } = page.graph.types[type];
    const all = whole.lanes.has(key) || entries.length <= SHOWN + 1;
    const shown = all ? entries : entries.slice(0, SHOWN);
    return [
      { heading: out ? `${phrase} →` : `← ${phrase}`, count: entries.length },
      ...shown.map(({ node, link: id }) => ({ node, links: [id] })),
      ...(all ? [] : [{ more: entries.length - SHOWN, key }]),
    ];
  });
}

/** @param {Page} page */
function farRows(page, entries) {
  const { graph } = page;
  return entries.flatMap((entry, at) => {
    const label = graph.label[entry.node];
    const first = at === 0 || graph.label[entries[at - 1].node] !== label;
    const row = { ...entry, tally: entry.links.length };
    return first ? [{ heading: graph.labels[label].many, count: null }, row] : [row];
  });
}

function heightOf(rows) {
  return rows.reduce((sum, row) => sum + (row.heading ? HEAD : ROW), PAD);
}

/** The rows of a column, one below the other. @param {Page} page */
function listed(page, drawing, column, top, places) {
  let y = top;
  for (const row of column.rows) {
    if (row.heading) drawing.append(...heading(row, column, y));
    else if (row.more) drawing.append(more(row, column, y, () => showWhole(page, row.key)));
    else drawing.append(thing(page, row, column, y + ROW / 2, places));
    y += row.heading ? HEAD : ROW;
  }
}

/** @param {Page} page */
function showWhole(page, key) {
  whole.lanes.add(key);
  page.draw();
}
