// @ts-check
/** @import { Attributes } from "./dom.js" */
import { cut, el, grouped, words } from "./dom.js";

export const SHOWN = 3_000;
const PIECE = 5_000;
const BETWEEN = " … ";

/**
 * A text of any length in an element: of a very long one the beginning, the rest when asked for.
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} text
 * @param {Attributes} [attributes]
 * @returns {HTMLElement}
 */
export function long(tag, text, attributes = {}) {
  if (text.length <= SHOWN) return el(tag, { dir: "auto", ...attributes }, ...runs(text));
  const holder = el(tag, { dir: "auto", ...attributes }, cut(text, SHOWN));
  const name = `Show all ${grouped(text.length)} characters`;
  const all = () => holder.replaceChildren(...pieces(text));
  holder.append(" ", el("button", { type: "button", class: "more", click: all }, name));
  return holder;
}

/** The runs of a quote, each in its own direction of writing; the first gives its own to the whole. @param {string} text */
function runs(text) {
  const [first, ...rest] = text.split(BETWEEN);
  return [first, ...rest.flatMap((run) => [BETWEEN, words(run)])];
}

/** A browser takes minutes to break one long word into lines, moments for its pieces. @param {string} text */
function* pieces(text) {
  let from = 0;
  while (from < text.length) {
    const space = text.lastIndexOf(" ", from + PIECE);
    const to = space > from ? space + 1 : from + PIECE;
    yield el("span", { class: "piece" }, text.slice(from, to));
    from = to;
  }
}
