// @ts-check
/** @import { Page } from "./main.js" */
import { cut, grouped, svg } from "./dom.js";
import { showLinks } from "./evidence.js";
import { mark } from "./marks.js";
import { isCut, lines, reversed, text, width } from "./text.js";

export const HEAD = 34;
export const SIZE = 13;
const MARK = 7;
export const BESIDE_MARK = MARK * 2 + 10;
const NAME = 15;
const SMALLER = 13;
const LONG = 40;
const LEAST_BEND = 18;

/**
 * What stands below each other in a column: the head of a lane, a thing with the links that put it
 * there, or the button that shows the rest of the lane.
 * @typedef {{heading: string, count: number | null}} Heading
 * @typedef {{node: number, links: number[], tally?: number, lines?: string[], extent?: Extent}} Thing
 * @typedef {{more: number, key: string}} More
 * @typedef {Heading | Thing | More} Row
 * @typedef {{x: number, width: number}} Span
 * @typedef {{kind: string, rows: Row[]}} Share
 * @typedef {Span & Share} Column
 */

/**
 * Where a thing stands: from left to right what it takes, and where its column ends.
 * @typedef {{left: number, right: number, edge: number, y: number}} Extent
 */

/**
 * The head of a lane: what its links say, and how many there are.
 * @param {Heading} row
 * @param {Span} column
 * @param {number} y
 */
export function heading(row, column, y) {
  const count = row.count == null ? "" : ` ${grouped(row.count)}`;
  const [line] = lines(row.heading, column.width - width(count, 12, "600"), 1, 12, "600");
  return [
    svg(
      "text",
      {
        class: "lane-head",
        x: column.x,
        y: y + 22,
        "data-whole": line === row.heading ? null : row.heading,
      },
      `${line}${count}`,
    ),
    svg("line", {
      class: "lane-rule",
      x1: column.x,
      x2: column.x + column.width,
      y1: y + 28,
      y2: y + 28,
    }),
  ];
}

/**
 * The button that shows the rest of a lane.
 * @param {More} row
 * @param {Span} column
 * @param {number} y
 * @param {() => void} show
 */
export function more(row, column, y, show) {
  /** @type {(event: Event) => void} */
  const pressed = (event) => {
    if (event instanceof KeyboardEvent && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    show();
  };
  return svg(
    "g",
    { class: "more", role: "button", tabindex: "0", click: pressed, keydown: pressed },
    svg("rect", { x: column.x, y: y + 4, width: column.width, height: 28, rx: 4 }),
    svg(
      "text",
      { x: column.x + 24, y: y + 23 },
      svg("tspan", { class: "on-screen" }, "Show "),
      `${row.more} more`,
    ),
  );
}

/**
 * A thing in a column, a link to its own place; the row learns where it stands.
 * @param {Page} page
 * @param {Thing} row
 * @param {Column} column
 * @param {number} y its middle
 * @param {number} high
 */
export function thing(page, row, column, y, high) {
  const { graph } = page;
  const label = graph.labels[graph.label[row.node]];
  const tally = row.tally && row.tally > 1 ? `${row.tally}` : "";
  const x = column.x + MARK;
  const name = graph.short(row.node);
  const shown = row.lines ?? [name];
  const widest = Math.max(...shown.map((line) => width(line, SIZE)));
  const end = x + MARK + 7 + widest;
  const right = end + (tally ? width(tally, 11) + 10 : 4);
  row.extent = { left: column.x - 2, right, edge: column.x + column.width, y };
  return svg(
    "a",
    {
      class: `thing ${column.kind}`,
      href: page.at({ view: "focus", node: row.node, to: null }),
      "data-node": row.node,
      "data-whole": isCut(shown) || name !== graph.names[row.node] ? graph.names[row.node] : null,
      "aria-label": `${cut(graph.names[row.node], 400)} (${label.name})`,
    },
    svg("rect", {
      class: "hit",
      x: column.x - 3,
      y: y - high / 2 + 2,
      width: column.width + 6,
      height: high - 4,
      rx: 5,
    }),
    mark(label, x, y, MARK),
    ...text(shown, x + MARK + 7, y, SIZE),
    tally ? svg("text", { class: "tally", x: end + 6, y: y + 4 }, tally) : null,
  );
}

/**
 * The box in the middle; the height it takes and where it stands are properties of what is given.
 * @param {Page} page
 * @param {Span} column
 * @param {number} y
 */
export function centre(page, column, y) {
  const { graph, place } = page;
  const label = graph.labels[graph.label[place.node]];
  const name = graph.short(place.node);
  const size = name.length > LONG ? SMALLER : NAME;
  const shown = lines(name, column.width - 20, 7, size, "600");
  const height = shown.length * 18 + 62;
  const top = y - height / 2;
  const x = column.x + column.width / 2;
  const right = column.x + column.width;
  const direction = reversed(name) ? "rtl" : null;
  /** @type {Extent} */
  const extent = { left: column.x, right, edge: right, y };
  const drawn = [
    svg("rect", { class: "centre", x: column.x, y: top, width: column.width, height, rx: 8 }),
    mark(label, x, top + 20, 10),
    svg("text", { class: "kind", x, y: top + 45 }, label.name),
    ...shown.map((line, at) =>
      svg(
        "text",
        { class: "name middle", "font-size": size, direction, x, y: top + 66 + at * 18 },
        line,
      ),
    ),
  ];
  return Object.assign(drawn, { height, extent });
}

/**
 * A link between two places side by side: straight to the edge of its column, then across.
 * @param {Page} page
 * @param {number} id
 * @param {Extent} from
 * @param {Extent} to
 * @param {string} kind
 */
export function link(page, id, from, to, kind) {
  const [x1, x2] = [Math.max(from.edge, from.right) + 2, to.left - 2];
  const bend = Math.max((x2 - x1) / 2, LEAST_BEND);
  return curve(
    page,
    id,
    kind,
    `M${from.right + 2},${from.y}H${x1}C${x1 + bend},${from.y} ${x2 - bend},${to.y} ${x2},${to.y}`,
  );
}

/**
 * A link from above down to a place.
 * @param {Page} page
 * @param {number} id
 * @param {number} x
 * @param {number} top
 * @param {Extent} to
 */
export function elbow(page, id, x, top, to) {
  return curve(
    page,
    id,
    "near",
    `M${x},${top}V${to.y - 8}Q${x},${to.y} ${x + 8},${to.y}H${to.left}`,
  );
}

/** @param {Page} page @param {number} id @param {string} kind @param {string} d */
function curve(page, id, kind, d) {
  const { graph } = page;
  const show = () =>
    showLinks(page, graph.sentence(id), "", [{ heading: "Who says so", links: [id] }]);
  return svg(
    "g",
    {
      class: `curve ${kind}${graph.inferred[id] ? " inferred" : ""}`,
      "data-source": graph.sources[id],
      "data-target": graph.targets[id],
      click: show,
    },
    svg("title", {}, cut(graph.sentence(id), 400)),
    svg("path", { class: "reach", d }),
    svg("path", { class: "line", d }),
  );
}
