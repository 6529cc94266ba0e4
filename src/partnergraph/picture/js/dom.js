// @ts-check

const SVG = "http://www.w3.org/2000/svg";

/**
 * What is set on an element, by name; a function listens to the event of that name, `null` and
 * `false` set nothing.
 * @typedef {string | number | boolean | null | undefined} Value
 * @typedef {{[name: string]: Value | ((event: Event) => void)}} Attributes
 */

/**
 * An HTML element; attributes that are functions are listeners, texts become text nodes.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Node | string | null)} children
 */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * The same for an SVG element.
 * @param {string} tag
 * @param {Attributes} attributes
 * @param {...(Node | string | null)} children
 */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} Kind
 * @param {Kind} element
 * @param {Attributes} attributes
 * @param {(Node | string | null)[]} children
 */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/**
 * Put new content into a part of the page. What was focused there, or what now stands for it, is
 * focused again; else the part itself.
 * @param {HTMLElement} part
 * @param {...(Node | string)} content
 */
export function refill(part, ...content) {
  const focused = document.activeElement;
  const held = focused && focused !== part && part.contains(focused) ? identity(focused) : null;
  part.replaceChildren(...content);
  if (held === null) return;
  const stops = [...part.querySelectorAll("a, button, input, [tabindex]")];
  const again = stops.find((stop) => identity(stop) === held) ?? part;
  /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
}

/** What tells a control from its neighbours, whatever it shows now. @param {Element} control */
function identity(control) {
  const caption = control.closest("label") ?? control.firstChild ?? control;
  const names = ["aria-label", "href", "id"].map((name) => control.getAttribute(name));
  return [control.localName, ...names, caption.textContent].join("|");
}

/** A text whose direction does not touch what stands beside it. @param {string} text */
export function words(text) {
  return el("bdi", {}, text);
}

/** The end of a list that is not shown whole: what shows the rest; on paper, how much is shown. @param {HTMLElement} control @param {string} told */
export function shortened(control, told) {
  control.classList.add("on-screen");
  return el("p", {}, control, el("span", { class: "note on-paper" }, told));
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** @param {HTMLCanvasElement} canvas @returns {CanvasRenderingContext2D} */
export function penOf(canvas) {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser draws on no canvas");
  return pen;
}

/** Tell those who listen rather than look. @param {string} message */
export function say(message) {
  byId("status").textContent = message;
}

/** @param {string} text @param {number} longest @returns {string} */
export function cut(text, longest) {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

/**
 * A whole number as English writes it. Not `toLocaleString`, whose first call takes longer than all
 * else that a page does before it is drawn.
 * @param {number} number
 */
export function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** @param {number} number @param {string} one @param {string} [many] @returns {string} */
export function counted(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
