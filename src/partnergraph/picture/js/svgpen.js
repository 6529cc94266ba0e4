// @ts-check
/** @import { Attributes } from "./dom.js" */
import { svg } from "./dom.js";
import { width } from "./text.js";

/** What a canvas' pen can do, as far as the map needs it, written as SVG. */
export class SvgPen {
  /** @param {number} wide @param {number} high */
  constructor(wide, high) {
    this.drawing = svg("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
    this.globalAlpha = 1;
    this.lineWidth = 1;
    this.lineJoin = "miter";
    /** The middle, whatever is asked for. */
    this.textAlign = "center";
    this.fillStyle = "";
    this.strokeStyle = "";
    this.font = "";
    this.direction = "ltr";
    this.dash = "";
    /** @type {string[]} */
    this.path = [];
  }

  beginPath() {
    this.path = [];
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.path.push(`M${short(x)},${short(y)}`);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.path.push(`L${short(x)},${short(y)}`);
  }

  closePath() {
    this.path.push("Z");
  }

  /** @param {number} x @param {number} y @param {number} wide @param {number} high */
  rect(x, y, wide, high) {
    this.path.push(`M${short(x)},${short(y)}h${short(wide)}v${short(high)}h${short(-wide)}Z`);
  }

  /** A whole circle. @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const r = short(radius);
    this.path.push(
      `M${short(x - radius)},${short(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`,
    );
  }

  /** @param {number[]} lengths */
  setLineDash(lengths) {
    this.dash = lengths.join(" ");
  }

  /** @param {number} x @param {number} y @param {number} wide @param {number} high */
  fillRect(x, y, wide, high) {
    this.beginPath();
    this.rect(x, y, wide, high);
    this.fill();
  }

  fill() {
    this.add("path", { d: this.path.join(""), fill: this.fillStyle });
  }

  stroke() {
    if (!this.path.length) return;
    this.add("path", { d: this.path.join(""), fill: "none", ...this.line() });
  }

  /** @param {string} text */
  measureText(text) {
    const [weight, size] = this.font.split(" ");
    return { width: width(text, parseFloat(size), weight) };
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.write(text, x, y, { fill: "none", ...this.line(), "stroke-linejoin": this.lineJoin });
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.write(text, x, y, { fill: this.fillStyle });
  }

  /** @param {string} text @param {number} x @param {number} y @param {Attributes} ink */
  write(text, x, y, ink) {
    const [weight, size, ...family] = this.font.split(" ");
    const letters = { "font-weight": weight, "font-size": size, "font-family": family.join(" ") };
    const { direction } = this;
    this.add(
      "text",
      { x: short(x), y: short(y), "text-anchor": "middle", direction, ...letters, ...ink },
      text,
    );
  }

  line() {
    return {
      stroke: this.strokeStyle,
      "stroke-width": this.lineWidth,
      "stroke-dasharray": this.dash || null,
    };
  }

  /** @param {string} tag @param {Attributes} attributes @param {...string} content */
  add(tag, attributes, ...content) {
    const opacity = this.globalAlpha < 1 ? this.globalAlpha.toFixed(3) : null;
    this.drawing.append(svg(tag, { ...attributes, opacity }, ...content));
  }
}

/** @param {number} value */
function short(value) {
  return Math.round(value * 10) / 10;
}
