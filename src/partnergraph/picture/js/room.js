// @ts-check
/** @import { Page } from "./main.js" */
/** @import { Column, Row, Share, Thing } from "./parts.js" */
import { cut } from "./dom.js";
import { BESIDE_MARK, HEAD, SIZE } from "./parts.js";
import { isCut, lines, width } from "./text.js";

const GAPS = { least: 44, most: 110 };
const NARROWEST = 96;
const WIDEST = 400;
const LONGEST = 160;
const LEAST = 150;
const STEP = 20;
const STEPS = 16;
const MOST_LINES = 8;
const LINE = SIZE + 3;
const LOWEST = 32;
const MORE = 38;
const PAD = 12;

/** @typedef {{width: number, height: number}} Room that a drawing has */

/**
 * Give columns their places and break their names into lines. Each is as wide as its names want,
 * where there is room for that; else the long ones share what the short ones leave, and the highest
 * takes from the lowest, until all are seen whole or no one has more to give.
 * @param {Page} page
 * @param {Share[]} shares
 * @param {Room} room
 * @returns {Column[]}
 */
export function spread(page, shares, room) {
  const wanted = shares.map((share) => wantedBy(page, share));
  const joins = Math.max(shares.length - 1, 1);
  const widths = shared(wanted, room.width - 8 - GAPS.least * joins);
  balance(page, shares, widths, room.height);
  const left = room.width - 8 - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(left / joins, GAPS.most);
  let x = 4 + Math.max((left - gap * joins) / 2, 0);
  return shares.map(({ kind, rows }, at) => {
    const column = { kind, rows, x, width: widths[at] };
    settle(page, column, room.height);
    x += widths[at] + gap;
    return column;
  });
}

/** @param {Page} page @param {Share[]} shares @param {number[]} widths @param {number} high */
function balance(page, shares, widths, high) {
  /** @type {(at: number) => number} */
  const height = (at) => {
    const column = { ...shares[at], x: 0, width: widths[at] };
    fill(page, column, MOST_LINES);
    return column.rows.some(isShort) ? Infinity : heightOf(column.rows);
  };
  const heights = shares.map((_, at) => height(at));
  const givers = new Set([...shares.keys()].filter((at) => shares[at].kind !== "centre"));
  for (let step = 0; step < STEPS; step += 1) {
    const highest = heights.indexOf(Math.max(...heights));
    givers.delete(highest);
    const [lowest] = [...givers].sort((a, b) => heights[a] - heights[b]);
    if (heights[highest] <= high || lowest === undefined || widths[highest] >= WIDEST) return;
    widths[lowest] -= STEP;
    const needed = height(lowest);
    if (needed > high || widths[lowest] < LEAST) {
      widths[lowest] += STEP;
      givers.delete(lowest);
    } else {
      widths[highest] += STEP;
      heights[lowest] = needed;
      heights[highest] = height(highest);
    }
  }
}

/** How wide a column would be with each name on one line, within bounds. @param {Page} page @param {Share} share */
function wantedBy(page, { kind, rows }) {
  if (kind === "centre") {
    const name = width(cut(page.graph.short(page.place.node), LONGEST), 15, "600");
    return Math.min(Math.max(name + 24, NARROWEST), 170);
  }
  const widths = rows.map((row) => {
    if ("heading" in row) return width(row.heading, 12, "600") + 30;
    if ("more" in row) return 0;
    return (
      width(cut(page.graph.short(row.node), LONGEST), SIZE) + BESIDE_MARK + (row.tally ? 30 : 6)
    );
  });
  return Math.min(Math.max(...widths, NARROWEST), WIDEST);
}

/** Widths of which none is more than wanted, and all that are less are alike. @param {number[]} wanted @param {number} free */
function shared(wanted, free) {
  const widths = wanted.map(() => 0);
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
  let left = free;
  order.forEach((at, rank) => {
    widths[at] = Math.min(wanted[at], left / (order.length - rank));
    left -= widths[at];
  });
  return widths;
}

/**
 * Break the names of a column into as many lines as its height has room for, at least two; where
 * not all have room for one more, those have it first that are whole with it.
 * @param {Page} page
 * @param {Column} column
 * @param {number} high
 * @param {number} [most] lines of a name
 */
export function settle(page, column, high, most = MOST_LINES) {
  do fill(page, column, most);
  while (heightOf(column.rows) > high && --most >= 2);
  let left = high - heightOf(column.rows);
  for (const cutToo of [false, true]) {
    for (const row of column.rows) {
      if (!("node" in row) || row.lines?.length !== most || !isShort(row) || left < LINE) continue;
      const longer = broken(page, row, column, most + 1);
      if (!cutToo && isCut(longer)) continue;
      row.lines = longer;
      left -= LINE;
    }
  }
}

/** Whether a name is cut. @param {Row} row */
function isShort(row) {
  return "node" in row && row.lines !== undefined && isCut(row.lines);
}

/** @param {Page} page @param {Column} column @param {number} most lines of a name */
function fill(page, column, most) {
  for (const row of column.rows) if ("node" in row) row.lines = broken(page, row, column, most);
}

/** @param {Page} page @param {Thing} row @param {Column} column @param {number} most */
function broken(page, row, column, most) {
  const tally = row.tally && row.tally > 1 ? width(`${row.tally}`, 11) + 8 : 0;
  return lines(page.graph.short(row.node), column.width - BESIDE_MARK - tally, most, SIZE);
}

/** @param {Row[]} rows */
export function heightOf(rows) {
  return rows.reduce((sum, row) => sum + rowHeight(row), PAD);
}

/** @param {Row} row */
export function rowHeight(row) {
  if ("heading" in row) return HEAD;
  if ("more" in row) return MORE;
  return Math.max((row.lines?.length ?? 1) * LINE + 8, LOWEST);
}
