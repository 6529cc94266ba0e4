// @ts-check
/** @import { Page } from "./main.js" */
import { BY, Cells } from "./cells.js";
import { counted, cut, el, refill, words } from "./dom.js";
import { showActivities } from "./evidence.js";
import { ordered } from "./order.js";

const MOST_ROWS = 60;
const MOST_COLUMNS = 40;
const NAME = 110;
const SPOKEN = 300;
const LONG = 14;
const DENSE = 12;
/** Where the windows on a large matrix stand, and what they stand on. */
const at = { key: "", row: 0, column: 0, idle: false };

export const matrix = {
  id: "matrix",
  /** @param {HTMLElement} panel @param {Page} page */
  async draw(panel, page) {
    const by = /** @type {keyof typeof BY} */ (page.place.by || "topic");
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
    page.notePart(panel);
  },
  drawing: (panel) => panel,
};

/** @param {Page} page @param {string} by */
function bar(page, by) {
  const switches = Object.keys(BY).map((one) => {
    const go = () => page.go({ view: "matrix", by: one, node: page.place.node, to: null });
    const box = /** @type {HTMLInputElement} */ (
      el("input", { type: "radio", name: "by", change: go })
    );
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
      el("span", { class: "note" }, "stated links only"),
    ),
    el(
      "p",
      { class: "key note" },
      key("counted", "activities of the agency"),
      key("none", "none: a source lists who is on these activities, not this agency"),
      key("unrecorded", "not recorded: no source lists both"),
    ),
  );
}

/** What has no number anywhere, and the switch that shows it. @param {Page} page */
function rest(page, by, { rows, columns }) {
  if (!rows.length && !columns.length) return [];
  const box = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "checkbox",
      change: () => {
        at.idle = box.checked;
        page.draw();
      },
    })
  );
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

/** @param {string} by */
function empty(by) {
  return el(
    "p",
    { class: "note" },
    `No activity of a ${by} names an agency that the filters show.`,
  );
}

/** The part of a large matrix that is drawn; it holds the thing the reader came for. @param {Page} page */
function windowed(page, by, order) {
  const { node, to } = page.place;
  const key = `${by} ${node} ${to}`;
  if (at.key !== key) {
    const row = Math.max(order.rows.indexOf(node), order.rows.indexOf(to));
    const column = Math.max(order.columns.indexOf(node), order.columns.indexOf(to));
    Object.assign(at, { key, row: start(row, MOST_ROWS), column: start(column, MOST_COLUMNS) });
  }
  return {
    rows: order.rows.slice(at.row, at.row + MOST_ROWS),
    columns: order.columns.slice(at.column, at.column + MOST_COLUMNS),
  };
}

/** @param {number} place @param {number} most */
function start(place, most) {
  return place < most ? 0 : place - (place % most);
}

/** Steps through a matrix that is larger than what is drawn. @param {Page} page */
function pagers(page, order, shown) {
  const pager = (name, side, most) => {
    const total = order[`${side}s`].length;
    if (total <= most) return null;
    const move = (step) => () => {
      at[side] += step;
      page.draw();
    };
    const last = at[side] + shown[`${side}s`].length;
    return el(
      "div",
      { class: "bar" },
      el("span", {}, `${name} ${at[side] + 1} to ${last} of ${total.toLocaleString("en")}`),
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
  const both = [pager("Rows", "row", MOST_ROWS), pager("Columns", "column", MOST_COLUMNS)];
  return both.filter((bar) => bar !== null);
}

/** @param {Page} page */
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

/** @param {Page} page */
function head(page, agency, turned) {
  return el("th", { scope: "col", class: turned ? "long" : null }, thing(page, agency, 26));
}

/** @param {Page} page */
function row(page, cells, subject, agencies, steps) {
  return el(
    "tr",
    { class: subject === page.place.node ? "chosen" : null },
    el("th", { scope: "row" }, thing(page, subject, NAME)),
    ...agencies.map((agency) => el("td", {}, cell(page, cells, subject, agency, steps))),
  );
}

/** @param {Page} page */
function thing(page, node, longest) {
  const { graph } = page;
  return el(
    "a",
    { href: page.at({ view: "focus", node, to: null }) },
    words(cut(graph.short(node), longest)),
  );
}

/** @param {Page} page */
function cell(page, cells, subject, agency, steps) {
  const { graph, place } = page;
  const count = cells.activities(subject, agency).length;
  const absence = count ? "" : cells.lacking(subject, agency).length ? "none" : "not recorded";
  const name = `${cut(graph.short(agency), SPOKEN)}, ${cut(graph.short(subject), SPOKEN)}`;
  const chosen = place.node === subject && place.to === agency;
  const sign = { none: "none", "not recorded": "unrecorded" }[absence] ?? `c${steps(count)}`;
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

/** Five steps of colour up to the largest count. @param {Cells} cells */
function scale(cells) {
  let most = 1;
  for (const row of cells.rows.values())
    for (const activities of row.values()) most = Math.max(most, activities.size);
  return (count) => (most < 5 ? count : 1 + Math.round((4 * Math.log(count)) / Math.log(most)));
}

/** Put a cell into the address and its words into the panel. @param {Page} page */
function choose(page, subject, agency) {
  at.key = `${page.place.by || "topic"} ${subject} ${agency}`;
  page.go({ view: "matrix", by: page.place.by, node: subject, to: agency });
}

/** Show in the panel what the address names: a cell, or else a thing. @param {Page} page */
function point(panel, page, cells, shown) {
  const { node, to } = page.place;
  const row = shown.rows.indexOf(node);
  const column = shown.columns.indexOf(to);
  const place =
    row < 0 || column < 0
      ? null
      : panel.querySelectorAll("button.cell")[row * shown.columns.length + column];
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

/** Arrows, Home and End move between cells. @param {HTMLElement} holder @param {KeyboardEvent} event */
function step(holder, event) {
  const cells = [...holder.querySelectorAll("button.cell")];
  const from = cells.indexOf(/** @type {Element} */ (event.target));
  const across = holder.querySelectorAll("thead th").length;
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
  const column = from % across;
  const ends = { Home: from - column, End: from - column + across - 1 };
  const to = event.key in moves ? from + moves[event.key] : ends[event.key];
  const leaves =
    Math.abs(moves[event.key]) === 1 && Math.floor(to / across) !== Math.floor(from / across);
  if (from < 0 || to === undefined) return;
  event.preventDefault();
  const next = /** @type {HTMLElement | undefined} */ (leaves ? undefined : cells[to]);
  if (!next) return;
  cells[from].setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
