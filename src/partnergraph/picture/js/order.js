// @ts-check

const ROUNDS = 80;

/**
 * The cells of a matrix that are not empty, by row, then column; some of its rows and columns.
 * @typedef {Map<number, Map<number, unknown>>} Filled
 * @typedef {{rows: number[], columns: number[]}} Part
 */

/**
 * Rows and columns of a matrix put in an order in which its blocks show: part by part of what is
 * connected, the largest first, within a part by the second singular vector of its counts, scaled
 * by the sizes of rows and columns (correspondence analysis).
 * @param {Filled} rows
 * @returns {Part}
 */
export function ordered(rows) {
  /** @type {Part} */
  const found = { rows: [], columns: [] };
  for (const part of parts(rows)) {
    const scored = scores(rows, part);
    found.rows.push(...scored.rows);
    found.columns.push(...scored.columns);
  }
  return found;
}

/** @param {Filled} rows @returns {Part[]} the largest first */
function parts(rows) {
  const byColumn = turned(rows);
  /** @type {Set<number>} */
  const seen = new Set();
  /** @type {Part[]} */
  const found = [];
  for (const start of rows.keys()) {
    if (seen.has(start)) continue;
    /** @type {Set<number>} */
    const columns = new Set();
    const within = [start];
    seen.add(start);
    for (const row of within) {
      for (const column of columnsOf(rows, row)) {
        if (columns.has(column)) continue;
        columns.add(column);
        for (const other of byColumn.get(column) ?? []) {
          if (!seen.has(other)) within.push(other);
          seen.add(other);
        }
      }
    }
    found.push({ rows: within.sort((a, b) => a - b), columns: [...columns].sort((a, b) => a - b) });
  }
  return found.sort((a, b) => b.rows.length - a.rows.length || a.rows[0] - b.rows[0]);
}

/** @param {Filled} rows @param {number} row */
function columnsOf(rows, row) {
  return [...(rows.get(row)?.keys() ?? [])];
}

/** The rows of each column. @param {Filled} rows */
function turned(rows) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const row of rows.keys()) {
    for (const column of columnsOf(rows, row)) {
      const own = found.get(column);
      if (own) own.push(row);
      else found.set(column, [row]);
    }
  }
  return found;
}

/** @param {Filled} rows @param {Part} part @returns {Part} */
function scores(rows, part) {
  const place = new Map(part.columns.map((column, at) => [column, at]));
  const cells = part.rows.map((row) =>
    columnsOf(rows, row).map((column) => place.get(column) ?? 0),
  );
  const rowSize = cells.map((list) => list.length);
  const columnSize = new Float64Array(part.columns.length);
  for (const list of cells) for (const at of list) columnSize[at] += 1;
  let across = Float64Array.from(part.columns, (_, at) => Math.sin(at + 1));
  let down = new Float64Array(part.rows.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    centre(across, columnSize);
    down = new Float64Array(part.rows.length);
    cells.forEach((list, row) => {
      for (const at of list) down[row] += across[at] / rowSize[row];
    });
    across = new Float64Array(part.columns.length);
    cells.forEach((list, row) => {
      for (const at of list) across[at] += down[row] / columnSize[at];
    });
  }
  const heavyFirst = lean(down, rowSize) > 0 ? -1 : 1;
  return {
    rows: sorted(part.rows, down, rowSize, heavyFirst),
    columns: sorted(part.columns, across, columnSize, heavyFirst),
  };
}

/** Take off what is the same for all, and keep the length. @param {Float64Array} values @param {ArrayLike<number>} sizes */
function centre(values, sizes) {
  let sum = 0;
  let weight = 0;
  values.forEach((value, at) => {
    sum += value * sizes[at];
    weight += sizes[at];
  });
  let length = 0;
  values.forEach((value, at) => {
    values[at] = value - sum / weight;
    length += values[at] ** 2 * sizes[at];
  });
  const scale = Math.sqrt(length) || 1;
  values.forEach((value, at) => {
    values[at] = value / scale;
  });
}

/** On which side the larger rows are. @param {Float64Array} values @param {number[]} sizes */
function lean(values, sizes) {
  return values.reduce((sum, value, at) => sum + Math.sign(value) * sizes[at] ** 2, 0);
}

/** @param {number[]} nodes @param {Float64Array} values @param {ArrayLike<number>} sizes @param {number} sign */
function sorted(nodes, values, sizes, sign) {
  const order = nodes.map((node, at) => ({ node, value: sign * values[at], size: sizes[at] }));
  order.sort((a, b) => {
    const apart = a.value - b.value;
    return Math.abs(apart) > 1e-9 ? apart : b.size - a.size || a.node - b.node;
  });
  return order.map(({ node }) => node);
}
