// @ts-check
/** @import { Label } from "./graph.js" */
import { svg } from "./dom.js";

/**
 * Corners of each shape on a circle of radius 1, as [x, y]; a dot has none.
 * @type {{[shape: string]: number[][]}}
 */
const CORNERS = {
  triangle: ring(3, -90),
  triangleDown: ring(3, 90),
  square: ring(4, 45),
  diamond: ring(4, 0),
  hexagon: ring(6, 0),
  star: ring(10, -90).map(([x, y], at) => (at % 2 ? [x * 0.45, y * 0.45] : [x, y])),
  plus: [
    [-0.3, -1],
    [0.3, -1],
    [0.3, -0.3],
    [1, -0.3],
    [1, 0.3],
    [0.3, 0.3],
    [0.3, 1],
    [-0.3, 1],
    [-0.3, 0.3],
    [-1, 0.3],
    [-1, -0.3],
    [-0.3, -0.3],
  ],
};

/** @param {number} corners @param {number} first in degrees @returns {number[][]} */
function ring(corners, first) {
  return Array.from({ length: corners }, (_, at) => {
    const angle = ((first + (360 / corners) * at) * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

/**
 * The outline of a shape as SVG path data, which a canvas takes too.
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @returns {string}
 */
export function outline(shape, x, y, radius) {
  const corners = CORNERS[shape];
  if (!corners) {
    const r = radius * 0.85;
    return `M${round(x - r)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
  }
  const points = corners.map(([dx, dy]) => `${round(x + dx * radius)},${round(y + dy * radius)}`);
  return `M${points.join("L")}Z`;
}

/**
 * Trace the same outline with a pen that draws on a canvas.
 * @param {Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "arc" | "closePath">} pen
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function trace(pen, shape, x, y, radius) {
  const corners = CORNERS[shape];
  if (!corners) {
    pen.moveTo(x + radius * 0.85, y);
    pen.arc(x, y, radius * 0.85, 0, Math.PI * 2);
    return;
  }
  corners.forEach(([dx, dy], at) => {
    if (at) pen.lineTo(x + dx * radius, y + dy * radius);
    else pen.moveTo(x + dx * radius, y + dy * radius);
  });
  pen.closePath();
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/**
 * The mark of a label: its shape in its colour, filled or hollow.
 * @param {Label} label
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function mark(label, x, y, radius) {
  const classes = `mark mark-${label.name}${label.hollow ? " hollow" : ""}`;
  return svg("path", { class: classes, d: outline(label.shape, x, y, radius) });
}

/** A mark as a small picture among words. @param {Label} label */
export function inlineMark(label) {
  const attributes = { class: "inline-mark", viewBox: "0 0 16 16", "aria-hidden": "true" };
  return svg("svg", attributes, mark(label, 8, 8, 6.5));
}
