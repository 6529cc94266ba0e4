// @ts-check
import { cut, penOf, svg } from "./dom.js";

const RTL =
  /^[^A-Za-z\u00c0-\u024f\u0370-\u04ff\u4e00-\u9fff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const FAMILY = "system-ui, 'Noto Sans', 'Segoe UI', sans-serif";
/** @type {CanvasRenderingContext2D | null} */
let pen = null;
let font = "";
const MOST_WORDS = 20_000;
/** @type {Map<string, number>} */
const words = new Map();

/** @param {string} text @returns {boolean} whether it reads from right to left */
export function reversed(text) {
  return RTL.test(text.slice(0, 200));
}

/**
 * The width of a text in pixels.
 * @param {string} text
 * @param {number} size
 * @param {string} [weight]
 * @returns {number}
 */
export function width(text, size, weight = "400") {
  pen ??= penOf(document.createElement("canvas"));
  const wanted = `${weight} ${size}px ${FAMILY}`;
  if (font !== wanted) pen.font = wanted;
  font = wanted;
  return pen.measureText(text).width;
}

/**
 * A text broken into at most `most` lines of `room` pixels, ended by an ellipsis where it is cut.
 * @param {string} text
 * @param {number} room
 * @param {number} most
 * @param {number} size
 * @param {string} [weight]
 * @returns {string[]}
 */
export function lines(text, room, most, size, weight) {
  const found = [""];
  const rest = cut(text, Math.ceil((room * most) / 3)).split(/\s+/);
  const space = word(" ", size, weight);
  let used = 0;
  while (rest.length) {
    const line = found[found.length - 1];
    const longer = (line ? used + space : 0) + word(rest[0], size, weight);
    if (longer <= room) {
      found[found.length - 1] = line ? `${line} ${rest[0]}` : rest[0];
      used = longer;
      rest.shift();
    } else if (found.length === most) {
      const whole = line ? `${line} ${rest[0]}` : rest[0];
      found[found.length - 1] = clipped(whole, room, size, weight);
      return found;
    } else if (line) {
      found.push("");
    } else {
      const head = fitting(rest[0], room, size, weight);
      found[found.length - 1] = rest[0].slice(0, head);
      rest[0] = rest[0].slice(head);
      used = room;
    }
  }
  return found;
}

/** The width of a word, which is measured once. @param {string} text @param {number} size @param {string} [weight] */
function word(text, size, weight) {
  const key = `${size} ${weight} ${text}`;
  let wide = words.get(key);
  if (wide === undefined) {
    if (words.size > MOST_WORDS) words.clear();
    wide = width(text, size, weight);
    words.set(key, wide);
  }
  return wide;
}

/** Whether lines are not all of their text. @param {string[]} shown */
export function isCut(shown) {
  return shown[shown.length - 1].endsWith("…");
}

/** How many characters of a text fit, at least one. @param {string} text @param {number} room @param {number} size @param {string} [weight] */
function fitting(text, room, size, weight) {
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (width(text.slice(0, middle), size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param {string} text @param {number} room @param {number} size @param {string} [weight] */
function clipped(text, room, size, weight) {
  if (width(text, size, weight) <= room) return text;
  const head = fitting(text, room - width("…", size, weight), size, weight);
  return `${text
    .slice(0, head)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

/**
 * Lines as SVG texts around a height, beside what stands at the left; those of right-to-left
 * scripts begin together at the right end of the longest.
 * @param {string[]} shown
 * @param {number} left
 * @param {number} y
 * @param {number} size
 * @param {string} [weight]
 * @param {string} [classes]
 */
export function text(shown, left, y, size, weight, classes) {
  const rtl = reversed(shown.join(" "));
  const right = left + Math.max(...shown.map((line) => width(line, size, weight)));
  const top = y - ((shown.length - 1) * (size + 3)) / 2 + size * 0.36;
  return shown.map((line, at) =>
    svg(
      "text",
      {
        class: classes,
        x: rtl ? right : left,
        y: top + at * (size + 3),
        "font-size": size,
        direction: rtl ? "rtl" : null,
      },
      line,
    ),
  );
}
