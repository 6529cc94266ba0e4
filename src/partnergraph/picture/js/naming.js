// @ts-check

const LEAST = 12;
const LONGEST = 4_000;
const FOREIGN = 128;
const PLAIN = /[a-z0-9]/i;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * A part of a text that names an end of a link or gave the link its type.
 * @typedef {"own" | "other" | "cue"} Kind
 * @typedef {{from: number, to: number, kind: Kind}} Span
 */

/**
 * A text, its letters and digits alone, as they are compared, and where each of them stands.
 * @typedef {{text: string, letters: string, places: number[]}} Folded
 */

/**
 * Where a text has one of some words, the longest of them: whole, or the beginning of the first,
 * which quotes may cut.
 * @param {Folded} within
 * @param {string[]} forms the first is the whole name
 * @param {Kind} kind
 * @returns {Span | null}
 */
export function named(within, forms, kind) {
  const letters = forms.map((form) => folded(form).letters);
  const spans = letters.map((form) => found(within, form));
  spans.push(beginning(within, letters[0] ?? ""));
  const [longest] = spans
    .filter((span) => span !== null)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return longest ? { ...longest, kind } : null;
}

/** Where the words of a cue stand; of one in fragments, all of them. @param {Folded} within @param {string} cue @returns {Span[]} */
export function cued(within, cue) {
  const spans = cue
    .split(" … ")
    .map((part) => found(within, folded(part).letters))
    .filter((span) => span !== null);
  return spans.map((span) => ({ ...span, kind: "cue" }));
}

/** @param {Folded} within @param {string} letters */
function found({ text, letters: all, places }, letters) {
  if (!letters) return null;
  for (let at = all.indexOf(letters); at >= 0; at = all.indexOf(letters, at + 1)) {
    const [from, to] = [places[at], places[at + letters.length - 1] + 1];
    if (!isInWord(text, from) && !isInWord(text, to)) return { from, to };
  }
  return null;
}

/**
 * The beginning of a long name, where a fragment of a quote ends with it.
 * @param {Folded} within
 * @param {string} letters
 */
function beginning({ text, letters: all, places }, letters) {
  if (letters.length < LEAST) return null;
  const head = letters.slice(0, LEAST);
  for (let at = all.indexOf(head); at >= 0; at = all.indexOf(head, at + 1)) {
    let length = LEAST;
    while (at + length < all.length && all[at + length] === letters[length]) length += 1;
    const [from, to] = [places[at], places[at + length - 1] + 1];
    const [rest] = text.slice(to).split("…");
    if (!isInWord(text, from) && !LETTER.test(rest)) return { from, to };
  }
  return null;
}

/** Whether a place of a text lies between two letters of a word. @param {string} text @param {number} place */
function isInWord(text, place) {
  return LETTER.test(text[place - 1] ?? "") && LETTER.test(text[place] ?? "");
}

/** @param {string} text @returns {Folded} */
export function folded(text) {
  let letters = "";
  /** @type {number[]} */
  const places = [];
  const length = Math.min(text.length, LONGEST);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FOREIGN) {
      if (!PLAIN.test(text[at])) continue;
      letters += text[at].toLowerCase();
      places.push(at);
      continue;
    }
    const plain = text[at].normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    for (const letter of plain) {
      if (!LETTER.test(letter)) continue;
      letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
    }
  }
  return { text, letters, places };
}

/**
 * Spans that lie one in another or apart, the outer ones first; of two that cross, the later goes.
 * @param {Span[]} spans the ones that matter most first
 * @returns {Span[]}
 */
export function nested(spans) {
  /** @type {Span[]} */
  const kept = [];
  for (const span of spans) {
    const fits = kept.every((other) => {
      const apart = span.to <= other.from || other.to <= span.from;
      const inside = span.from >= other.from && span.to <= other.to;
      const around = other.from >= span.from && other.to <= span.to;
      const equal = inside && around;
      return apart || ((inside || around) && !equal);
    });
    if (fits) kept.push(span);
  }
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}
