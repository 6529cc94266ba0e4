// @ts-check
/** @import { By } from "./cells.js" */
/** @import { Page, View } from "./main.js" */
/** @import { Part } from "./order.js" */
import { BY, Cells } from "./cells.js";
import { counted, cut, el, grouped, refill } from "./dom.js";
import { showActivities } from "./evidence.js";
import { ordered } from "./order.js";

const MOST_ROWS = 60;
const MOST_COLUMNS = 40;
const NAME = 110;
const SPOKEN = 300;
const LONG = 14;
const DENSE = 12;
/** Where the windows on a large matrix stand, and what they stand on. */
const at = { key: "", rows: 0, columns: 0, idle: false };

/** @type {View} */
export const matrix = {
  id: "matrix",
  filtered: () => true,
  async draw(panel, page) {
    const { by } = page.place;
    const said = await page.words();
    if (page.view() !== matrix) return;
    const cells = new Cells(page.graph, page.filters, said, by);
    const idle = cells.idle();
    const order = ordered(cells.rows);
    if (at.idle) {
      order.rows.push(...idle.rows);
      order.columns.push(...idle.columns);
    }
    const shown = windowed(page, by, order);
    refill(
      panel,
      bar(page, by),
      ...rest(page, by, idle),
      order.rows.length ? el("div", { class: "scroll" }, table(page, by, cells, shown)) : empty(by),
      ...pagers(page, order, shown),
    );
    point(panel, page, cells, shown);
    page.note(panel);
  },
  drawing: (panel) => panel,
};

/** @param {Page} page @param {By} by */
function bar(page, by) {
  const switches = /** @type {By[]} */ (Object.keys(BY)).map((one) => {
    const go = () => page.go({ view: "matrix", by: one, node: page.place.node, to: null });
    const box = el("input", { type: "radio", name: "by", change: go });
    box.checked = one === by;
    return el("label", {}, box, `by ${one}`);
  });
  return el(
    "div",
    {},
    el(
      "div",
      { class: "bar", role: "radiogroup", "aria-label": "Agencies" },
      el("h2", {}, `Agencies by ${by}`),
      ...switches,
      el("span", { class: "note" }, "only what is said outright"),
    ),
    el(
      "p",
      { class: "key note" },
      key("counted", "activities of the agency"),
      key(
        "none",
        "none, for certain: a document lists who is on these activities, not this agency",
      ),
      key("unrecorded", "not recorded: no document lists both"),
    ),
  );
}

/**
 * What has no number anywhere, and the switch that shows it.
 * @param {Page} page
 * @param {By} by
 * @param {Part} idle
 */
function rest(page, by, { rows, columns }) {
  if (!rows.length && !columns.length) return [];
  /** @type {HTMLInputElement} */
  const box = el("input", {
    type: "checkbox",
    change: () => {
      at.idle = box.checked;
      page.draw();
    },
  });
  box.checked = at.idle;
  const said = [
    counted(rows.length, by, BY[by].many),
    counted(columns.length, "agency", "agencies"),
  ].join(" and ");
  return [
    el(
      "p",
      { class: "bar" },
      el("label", { class: "note" }, box, `Show what has no number, too: ${said}`),
    ),
  ];
}

/** @param {string} sign @param {string} meaning */
function key(sign, meaning) {
  return el("span", {}, el("span", { class: `sign ${sign}`, "aria-hidden": "true" }), meaning);
}

/** @param {By} by */
function empty(by) {
  return el(
    "p",
    { class: "note" },
    `No activity of a ${by} names an agency that the filters show.`,
  );
}

/**
 * The part of a large matrix that is drawn; it holds the thing the reader came for.
 * @param {Page} page
 * @param {By} by
 * @param {Part} order
 * @returns {Part}
 */
function windowed(page, by, order) {
  const { node, to } = page.place;
  const key = `${by} ${node} ${to}`;
  if (at.key !== key) {
    /** @type {(things: number[]) => number} */
    const place = (things) => Math.max(things.indexOf(node), things.indexOf(to ?? node));
    const rows = start(place(order.rows), MOST_ROWS);
    Object.assign(at, { key, rows, columns: start(place(order.columns), MOST_COLUMNS) });
  }
  return {
    rows: order.rows.slice(at.rows, at.rows + MOST_ROWS),
    columns: order.columns.slice(at.columns, at.columns + MOST_COLUMNS),
  };
}

/** @param {number} place @param {number} most */
function start(place, most) {
  return place < most ? 0 : place - (place % most);
}

/**
 * Steps through a matrix that is larger than what is drawn.
 * @param {Page} page
 * @param {Part} order
 * @param {Part} shown
 */
function pagers(page, order, shown) {
  /** @type {(name: string, side: keyof Part, most: number) => HTMLElement | null} */
  const pager = (name, side, most) => {
    const total = order[side].length;
    if (total <= most) return null;
    /** @type {(step: number) => () => void} */
    const move = (step) => () => {
      at[side] += step;
      page.draw();
    };
    const last = at[side] + shown[side].length;
    return el(
      "div",
      { class: "bar" },
      el("span", {}, `${name} ${at[side] + 1} to ${last} of ${grouped(total)}`),
      el(
        "button",
        { type: "button", disabled: at[side] === 0, click: move(-most) },
        `Earlier ${name.toLowerCase()}`,
      ),
      el(
        "button",
        { type: "button", disabled: last >= total, click: move(most) },
        `Further ${name.toLowerCase()}`,
      ),
    );
  };
  const both = [pager("Rows", "rows", MOST_ROWS), pager("Columns", "columns", MOST_COLUMNS)];
  return both.filter((bar) => bar !== null);
}

/** @param {Page} page @param {By} by @param {Cells} cells @param {Part} shown */
function table(page, by, cells, shown) {
  const steps = scale(cells);
  const turned = shown.columns.some((agency) => page.graph.short(agency).length > LONG);
  const body = shown.rows.map((subject) => row(page, cells, subject, shown.columns, steps));
  const holder = el(
    "table",
    { class: shown.columns.length > DENSE ? "matrix dense" : "matrix" },
    el("caption", { class: "unseen" }, `Agencies by ${by}: how many activities`),
    el(
      "thead",
      {},
      el("tr", {}, el("td", {}), ...shown.columns.map((agency) => head(page, agency, turned))),
    ),
    el("tbody", {}, ...body),
  );
  holder.querySelector("button.cell")?.setAttribute("tabindex", "0");
  holder.addEventListener("keydown", (event) => step(holder, event));
  return holder;
}

/** @param {Page} page @param {number} agency @param {boolean} turned */
function head(page, agency, turned) {
  const attributes = { scope: "col", dir: "auto", class: turned ? "long" : null };
  return el("th", attributes, thing(page, agency, 26));
}

/**
 * @param {Page} page
 * @param {Cells} cells
 * @param {number} subject
 * @param {number[]} agencies
 * @param {(count: number) => number} steps
 */
function row(page, cells, subject, agencies, steps) {
  return el(
    "tr",
    { class: subject === page.place.node ? "chosen" : null },
    el("th", { scope: "row", dir: "auto" }, thing(page, subject, NAME)),
    ...agencies.map((agency) => el("td", {}, cell(page, cells, subject, agency, steps))),
  );
}

/** @param {Page} page @param {number} node @param {number} longest */
function thing(page, node, longest) {
  const { graph } = page;
  return el(
    "a",
    {
      href: page.at({ view: "focus", node, to: null }),
      "data-whole":
        cut(graph.names[node], longest) === graph.short(node) ? null : graph.names[node],
    },
    cut(graph.short(node), longest),
  );
}

/**
 * @param {Page} page
 * @param {Cells} cells
 * @param {number} subject
 * @param {number} agency
 * @param {(count: number) => number} steps
 */
function cell(page, cells, subject, agency, steps) {
  const { graph, place } = page;
  const count = cells.activities(subject, agency).length;
  const absence = count ? "" : cells.lacking(subject, agency).length ? "none" : "not recorded";
  const name = `${cut(graph.short(agency), SPOKEN)}, ${cut(graph.short(subject), SPOKEN)}`;
  const chosen = place.node === subject && place.to === agency;
  const sign = count ? `c${steps(count)}` : absence === "none" ? "none" : "unrecorded";
  return el(
    "button",
    {
      type: "button",
      class: `cell ${sign}`,
      tabindex: "-1",
      "aria-label": `${name}: ${absence || counted(count, "activity", "activities")}`,
      "aria-pressed": chosen ? "true" : null,
      click: () => choose(page, subject, agency),
    },
    count ? String(count) : null,
  );
}

/**
 * Five steps of colour up to the largest count.
 * @param {Cells} cells
 * @returns {(count: number) => number}
 */
function scale(cells) {
  let most = 1;
  for (const row of cells.rows.values())
    for (const activities of row.values()) most = Math.max(most, activities.size);
  return (count) => (most < 5 ? count : 1 + Math.round((4 * Math.log(count)) / Math.log(most)));
}

/**
 * Put a cell into the address and its words into the panel.
 * @param {Page} page
 * @param {number} subject
 * @param {number} agency
 */
function choose(page, subject, agency) {
  at.key = `${page.place.by} ${subject} ${agency}`;
  page.go({ view: "matrix", by: page.place.by, node: subject, to: agency });
}

/**
 * Show in the panel what the address names: a cell, or else a thing.
 * @param {HTMLElement} panel
 * @param {Page} page
 * @param {Cells} cells
 * @param {Part} shown
 */
function point(panel, page, cells, shown) {
  const { node, to } = page.place;
  const row = shown.rows.indexOf(node);
  const column = to == null ? -1 : shown.columns.indexOf(to);
  const place = row < 0 || column < 0 ? null : buttons(panel)[row * shown.columns.length + column];
  if (place) {
    for (const other of panel.querySelectorAll("button.cell[tabindex='0']")) {
      other.setAttribute("tabindex", "-1");
    }
    place.setAttribute("tabindex", "0");
    place.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (document.activeElement === document.body) place.focus();
  }
  showActivities(page, cells, node, to);
}

/** @param {HTMLElement} part @returns {NodeListOf<HTMLElement>} the cells in it */
function buttons(part) {
  return part.querySelectorAll("button.cell");
}

/** Arrows, Home and End move between cells. @param {HTMLElement} holder @param {KeyboardEvent} event */
function step(holder, event) {
  const cells = [...buttons(holder)];
  const from = cells.indexOf(/** @type {HTMLElement} */ (event.target));
  const across = holder.querySelectorAll("thead th").length;
  /** @type {{[key: string]: number}} */
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
  const column = from % across;
  /** @type {{[key: string]: number | undefined}} */
  const ends = { Home: from - column, End: from - column + across - 1 };
  const to = event.key in moves ? from + moves[event.key] : ends[event.key];
  if (from < 0 || to === undefined) return;
  const leaves =
    Math.abs(moves[event.key]) === 1 && Math.floor(to / across) !== Math.floor(from / across);
  event.preventDefault();
  const next = leaves ? undefined : cells[to];
  if (!next) return;
  cells[from].setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
