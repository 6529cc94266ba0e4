// @ts-check
import { counted, cut, el, svg, words } from "./dom.js";
import { showLinks, showThing } from "./evidence.js";
import { drawRoute } from "./lane.js";
import { inlineMark, mark } from "./marks.js";
import { behind, lanesOf } from "./ring.js";
import { lines, reversed, text, width } from "./text.js";

const SHOWN = 12;
const BEHIND = 12;
const ROW = 38;
const HEAD = 34;
const SIZE = 13;
const GAP = 44;
const MARK = 7;
const NARROW = 720;
/** Lanes that show all they have; forgotten when the reader moves. */
const open = { node: -1, lanes: new Set() };

export const focus = {
  id: "focus",
  /** @param {HTMLElement} panel @param {import("./main.js").Page} page */
  draw(panel, page) {
    const { graph, place } = page;
    if (place.to != null) return drawRoute(panel, page);
    if (open.node !== place.node) Object.assign(open, { node: place.node, lanes: new Set() });
    const lanes = lanesOf(graph, page.filters, place.node);
    const drawing = lanes.length ? picture(panel, page, lanes) : nothing(page);
    panel.replaceChildren(bar(page), drawing);
    showThing(page, place.node);
  },
  /** @param {HTMLElement} panel */
  drawing: (panel) => panel.querySelector("svg.drawing"),
};

/** @param {any} page */
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

/** @param {any} page */
function nothing(page) {
  const all = page.graph.of(page.place.node).length;
  const why = all ? `${counted(all, "link")}, none of a kind that the filters show.` : "No links.";
  return el("p", { class: "note" }, why);
}

/** @param {HTMLElement} panel @param {any} page @param {import("./ring.js").Lane[]} lanes */
function picture(panel, page, lanes) {
  const room = Math.max(panel.clientWidth - 16, 340);
  const columns = laidOut(page, lanes, room);
  const height = Math.max(...columns.map((column) => column.height), 240);
  const drawing = svg("svg", {
    class: "drawing",
    viewBox: `0 0 ${room} ${height}`,
    width: room,
    height,
    role: "group",
    "aria-label": `${cut(page.graph.short(page.place.node), 120)} and its links`,
  });
  const places = new Map();
  const back = svg("g", {});
  drawing.append(back);
  for (const column of columns) drawColumn(page, drawing, column, height, places);
  drawLinks(page, back, columns, places);
  return drawing;
}

/** The columns from left to right: what is behind, what links here, the centre, and the same again. */
function laidOut(page, lanes, room) {
  const { graph, filters, place } = page;
  const ring = lanes.flatMap((lane) => lane.entries.map((entry) => entry.node));
  const taken = new Set([place.node, ...ring]);
  const side = (out) => {
    const own = lanes.filter((lane) => lane.out === out);
    const nodes = own.flatMap((lane) => lane.entries.map((entry) => entry.node));
    const far = room < NARROW ? [] : behind(graph, filters, nodes, taken, BEHIND);
    return { near: own.length ? nearColumn(page, own) : null, far: far.length ? farColumn(page, far) : null };
  };
  const [before, after] = [side(false), side(true)];
  const centre = { kind: "centre", rows: [], height: 0, weight: 0.8 };
  const columns = [before.far, before.near, centre, after.near, after.far].filter(Boolean);
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const free = room - GAP * (columns.length - 1) - 8;
  let x = 4;
  for (const column of columns) {
    Object.assign(column, { x, width: (free * column.weight) / total });
    x += column.width + GAP;
  }
  return columns;
}

function nearColumn(page, lanes) {
  const rows = [];
  for (const lane of lanes) {
    const { phrase } = page.graph.types[lane.type];
    const all = open.lanes.has(lane.key) || lane.entries.length <= SHOWN + 1;
    const shown = all ? lane.entries : lane.entries.slice(0, SHOWN);
    rows.push({ heading: `${phrase} →`, count: lane.entries.length });
    rows.push(...shown.map(({ node, link }) => ({ node, links: [link] })));
    if (!all) rows.push({ more: lane.entries.length - SHOWN, key: lane.key });
  }
  return { kind: "near", rows, height: heightOf(rows), weight: 1.25 };
}

function farColumn(page, entries) {
  const rows = [];
  let label = -1;
  for (const entry of entries) {
    const own = page.graph.label[entry.node];
    if (own !== label) rows.push({ heading: page.graph.labels[own].many, count: null });
    label = own;
    rows.push({ ...entry, tally: entry.links.length });
  }
  return { kind: "far", rows, height: heightOf(rows), weight: 1 };
}

function heightOf(rows) {
  return rows.reduce((sum, row) => sum + (row.heading ? HEAD : ROW), 12);
}

function drawColumn(page, drawing, column, height, places) {
  if (column.kind === "centre") {
    drawCentre(page, drawing, column, Math.min(height / 2, 300), places);
    return;
  }
  let y = Math.max(0, Math.min((height - column.height) / 2, 300 - column.height / 2));
  for (const row of column.rows) {
    const step = row.heading ? HEAD : ROW;
    if (row.heading) drawing.append(...headingOf(row, column, y));
    else if (row.more) drawing.append(moreOf(page, row, column, y));
    else drawing.append(thing(page, row, column, y + step / 2, places));
    y += step;
  }
}

function headingOf(row, column, y) {
  const count = row.count == null ? "" : ` ${row.count}`;
  const [line] = lines(row.heading, column.width - width(count, 12, "600"), 1, 12, "600");
  return [
    svg("text", { class: "lane-head", x: column.x, y: y + 22 }, `${line}${count}`),
    svg("line", { class: "lane-rule", x1: column.x, x2: column.x + column.width, y1: y + 28, y2: y + 28 }),
  ];
}

function moreOf(page, row, column, y) {
  const show = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    open.lanes.add(row.key);
    page.draw();
  };
  return svg(
    "g",
    { class: "more", role: "button", tabindex: "0", click: show, keydown: show },
    svg("rect", { x: column.x, y: y + 4, width: column.width, height: ROW - 10, rx: 4 }),
    svg("text", { x: column.x + 24, y: y + 23 }, `Show ${row.more} more`),
  );
}

/** A thing in a column: a link to its own place. */
function thing(page, row, column, y, places) {
  const { graph } = page;
  const label = graph.labels[graph.label[row.node]];
  const tally = row.tally > 1 ? `${row.tally}` : "";
  const room = column.width - MARK * 2 - 10 - (tally ? width(tally, 11) + 8 : 0);
  const x = column.x + MARK;
  const shown = lines(graph.short(row.node), room, 2, SIZE);
  const widest = Math.max(...shown.map((line) => width(line, SIZE)));
  const end = reversed(graph.short(row.node)) ? column.x + column.width : x + MARK + 7 + widest;
  const link = svg(
    "a",
    { class: `thing ${column.kind}`, href: page.at({ view: "focus", node: row.node, to: null }) },
    svg("title", {}, `${cut(graph.names[row.node], 400)} (${label.name})`),
    svg("rect", { class: "hit", x: column.x - 3, y: y - ROW / 2 + 2, width: column.width + 6, height: ROW - 4, rx: 5 }),
    mark(label, x, y, MARK),
    ...text(shown, x + MARK + 7, column.x + column.width, y, SIZE),
    tally ? svg("text", { class: "tally", x: end + 6, y: y + 4 }, tally) : null,
  );
  places.set(row.node, { left: column.x - 2, right: end + (tally ? width(tally, 11) + 10 : 4), y });
  return link;
}

function drawCentre(page, drawing, column, y, places) {
  const { graph, place } = page;
  const label = graph.labels[graph.label[place.node]];
  const shown = lines(graph.short(place.node), column.width - 24, 7, 15, "600");
  const height = shown.length * 18 + 62;
  const half = height / 2;
  drawing.append(
    svg("rect", { class: "centre", x: column.x, y: y - half, width: column.width, height, rx: 8 }),
    mark(label, column.x + column.width / 2, y - half + 20, 10),
    svg("text", { class: "kind", x: column.x + column.width / 2, y: y - half + 45 }, label.name),
    ...shown.map((line, at) =>
      svg("text", { class: "name", x: column.x + column.width / 2, y: y - half + 66 + at * 18 }, line),
    ),
  );
  places.set(place.node, { left: column.x, right: column.x + column.width, y });
}

function drawLinks(page, back, columns, places) {
  const centre = columns.findIndex((column) => column.kind === "centre");
  columns.forEach((column, at) => {
    for (const row of column.rows) {
      for (const link of row.links ?? []) {
        const near = page.graph.other(link, row.node);
        if (!places.has(near)) continue;
        const [left, right] = at < centre ? [row.node, near] : [near, row.node];
        back.append(curve(page, link, places.get(left), places.get(right), column.kind));
      }
    }
  });
}

function curve(page, link, from, to, kind) {
  const { graph } = page;
  const [x1, x2] = [from.right + 2, to.left - 2];
  const bend = Math.max((x2 - x1) / 2, 18);
  const d = `M${x1},${from.y}C${x1 + bend},${from.y} ${x2 - bend},${to.y} ${x2},${to.y}`;
  const dashed = graph.inferred[link] ? " inferred" : "";
  const show = () =>
    showLinks(page, graph.sentence(link), "", [{ heading: "Who says so", links: [link] }]);
  return svg(
    "g",
    { class: `curve ${kind}${dashed}`, click: show },
    svg("title", {}, cut(graph.sentence(link), 400)),
    svg("path", { class: "reach", d }),
    svg("path", { class: "line", d }),
  );
}
