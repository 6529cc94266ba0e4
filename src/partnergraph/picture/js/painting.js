// @ts-check
/** @import { Attributes } from "./dom.js" */
import { penOf, svg } from "./dom.js";

const COPIED = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap"],
  ...[
    "font-size",
    "font-weight",
    "font-style",
    "font-family",
    "text-anchor",
    "direction",
    "opacity",
  ],
];
const CONTROLS = [
  ...[".unseen", "nav", ".bar button", ".bar input", ".bar label", ".reach", ".hit"],
  ...["button.more", ".more > rect", ".more .on-screen", ".curve.far:not(.lit)"],
].join();
const NOT_COPIED = /^(class|href|tabindex|role|data-.*)$/;
const LONGEST = 2_000;
const CLEAR = /^(transparent|rgba\(.*, 0\))$/;

/** @typedef {{x: number, y: number, width: number, height: number}} Box in the drawing */

/**
 * A drawing of its own from one of the page: the style it is seen with as attributes, no links.
 * @param {Element} drawing
 * @returns {SVGElement}
 */
export function copied(drawing) {
  const style = window.getComputedStyle(drawing);
  const tag = drawing.tagName.toLowerCase();
  const copy = svg(tag === "a" ? "g" : tag, {});
  for (const { name, value } of drawing.attributes) {
    if (!NOT_COPIED.test(name)) copy.setAttribute(name, value);
  }
  const said = drawing.getAttribute("aria-label");
  if (said && tag === "a") copy.append(svg("title", {}, said));
  for (const name of tag === "title" ? [] : COPIED)
    copy.setAttribute(name, style.getPropertyValue(name));
  for (const child of drawing.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? "");
    else if (!(/** @type {Element} */ (child).matches(CONTROLS)))
      copy.append(copied(/** @type {Element} */ (child)));
  }
  return copy;
}

/**
 * A part of the page as a drawing: its grounds, lines, marks and words, each where it is seen.
 * @param {HTMLElement} part
 * @returns {SVGElement}
 */
export function painted(part) {
  part.classList.add("flat");
  const painter = new Painter(part);
  painter.paint(part);
  part.classList.remove("flat");
  return painter.finished();
}

class Painter {
  /** @param {HTMLElement} part */
  constructor(part) {
    const { left, top } = part.getBoundingClientRect();
    this.left = left;
    this.top = top;
    this.right = 0;
    this.bottom = 0;
    this.drawing = svg("svg", {}, hatch());
    this.pen = penOf(document.createElement("canvas"));
  }

  finished() {
    const [width, height] = [Math.ceil(this.right) + 8, Math.ceil(this.bottom) + 8];
    for (const [name, value] of Object.entries({
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
    })) {
      this.drawing.setAttribute(name, String(value));
    }
    return this.drawing;
  }

  /** @param {Element} element */
  paint(element) {
    const box = this.placed(element.getBoundingClientRect());
    if (!box.width || !box.height || element.matches(CONTROLS)) return;
    if (element instanceof SVGSVGElement) {
      this.add(copied(element), { ...box }, box);
      return;
    }
    const style = window.getComputedStyle(element);
    this.ground(element, style, box);
    for (const child of element.childNodes) {
      if (child instanceof Element) this.paint(child);
      else if (child instanceof Text) this.write(child, style);
    }
  }

  /** @param {DOMRect} rect @returns {Box} */
  placed({ left, top, width, height }) {
    return { x: left - this.left, y: top - this.top, width, height };
  }

  /** @param {SVGElement} shape @param {Attributes} attributes @param {Box} box */
  add(shape, attributes, box) {
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    this.right = Math.max(this.right, box.x + box.width);
    this.bottom = Math.max(this.bottom, box.y + box.height);
    this.drawing.append(shape);
  }

  /**
   * Ground, lines around, and the sign of a gap.
   * @param {Element} element
   * @param {CSSStyleDeclaration} style
   * @param {Box} box
   */
  ground(element, style, box) {
    const hatched = style.backgroundImage !== "none";
    const rx = style.borderTopLeftRadius.endsWith("%")
      ? box.width / 2
      : parseFloat(style.borderTopLeftRadius) || 0;
    const sides = ["top", "right", "bottom", "left"].map((side) =>
      parseFloat(style.getPropertyValue(`border-${side}-width`)),
    );
    const framed = sides.every((width) => width > 0);
    const fill = hatched ? "url(#hatch)" : style.backgroundColor;
    if (hatched || framed || !CLEAR.test(style.backgroundColor)) {
      const stroke = framed ? { stroke: style.borderTopColor, "stroke-width": sides[0] } : {};
      this.add(svg("rect", {}), { ...box, rx, fill, ...stroke }, box);
    }
    if (!framed && sides[2] > 0) {
      const [y, x2] = [box.y + box.height, box.x + box.width];
      this.add(
        svg("line", {}),
        { x1: box.x, x2, y1: y, y2: y, stroke: style.borderBottomColor, "stroke-width": sides[2] },
        box,
      );
    }
    if (element.matches(".cell.none")) {
      const stroke = window.getComputedStyle(element, "::before").borderTopColor;
      const centre = { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: 4 };
      this.add(svg("circle", {}), { ...centre, fill: "none", stroke, "stroke-width": 2 }, box);
    }
  }

  /** The lines of a text. @param {Text} node @param {CSSStyleDeclaration} style */
  write(node, style) {
    if (!node.data.trim()) return;
    const font = {
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      "font-family": style.fontFamily,
      fill: style.color,
    };
    this.pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: ascent } = this.pen.measureText("x");
    const upright = style.writingMode.startsWith("vertical");
    const { direction } = style;
    const anchor = direction === "rtl" ? "end" : "start";
    for (const { text, rect } of upright ? [whole(node)] : broken(node)) {
      const box = this.placed(rect);
      const place = upright
        ? { transform: `translate(${box.x + ascent} ${box.y + box.height}) rotate(-90)` }
        : { x: box.x, y: box.y + ascent };
      const way = { direction, "text-anchor": anchor };
      this.add(svg("text", {}, text), { ...font, ...place, ...way }, box);
    }
  }
}

/** A text that stands in one line. @param {Text} node */
function whole(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return { text: node.data.trim(), rect: range.getBoundingClientRect() };
}

/** A text as the lines it is broken into, with where each stands. @param {Text} node */
function broken(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const whole = range.getClientRects();
  /** @type {(from: number, to?: number) => string} */
  const text = (from, to) => node.data.slice(from, to).replace(/\s+/g, " ").trim();
  if (whole.length === 1) return [{ text: text(0), rect: whole[0] }];
  /** @type {{text: string, rect: DOMRect}[]} */
  const found = [];
  const end = Math.min(node.length, LONGEST);
  let [from, top] = [0, NaN];
  /** @type {(to: number) => void} */
  const close = (to) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const rect = range.getBoundingClientRect();
    if (text(from, to)) found.push({ text: text(from, to), rect });
    from = to;
  };
  for (let at = 0; at < end; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rect = range.getBoundingClientRect();
    if (!rect.width) continue;
    if (Math.abs(rect.top - top) > 3 && at > from) close(at);
    top = rect.top;
  }
  close(end);
  return found;
}

/** The hatching of what is not recorded. */
function hatch() {
  const colour = window
    .getComputedStyle(document.documentElement)
    .getPropertyValue("--hatch")
    .trim();
  const line = svg("path", {
    d: "M-1,1l2,-2M0,6l6,-6M5,7l2,-2",
    stroke: colour,
    "stroke-width": 1.5,
  });
  return svg(
    "defs",
    {},
    svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" }, line),
  );
}
