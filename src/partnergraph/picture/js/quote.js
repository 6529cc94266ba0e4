// @ts-check
/** @import { Span } from "./naming.js" */
/** @import { Said } from "./words.js" */
import { el, words } from "./dom.js";
import { long, SHOWN } from "./long.js";
import { cued, folded, named, nested } from "./naming.js";

const BETWEEN = " … ";

/**
 * An end of a link as a quote may name it: its forms, the whole name first, and what makes a link of
 * the words that name it, where they are one. `own` is what is in the middle.
 * @typedef {{forms: string[], link: ((words: Node[], whole: boolean) => HTMLElement) | null}} End
 * @typedef {{own: End, other: End}} Ends
 */

/**
 * One evidence: its quote with both ends and the cue marked, its document and lines, stated or
 * inferred; `names` says which ends the quote names.
 * @param {Said} said
 * @param {Ends} ends
 * @returns {{figure: HTMLElement, names: {own: boolean, other: boolean}}}
 */
export function quoted(said, ends) {
  const { document, locator, quote, cue, inferred, method } = said;
  const within = folded(quote.length <= SHOWN ? quote : "");
  const other = named(within, ends.other.forms, "other");
  const own = named(within, ends.own.forms, "own");
  const cues = cued(within, cue);
  const spans = nested([other, own, ...cues].filter((span) => span !== null));
  const where = [document.file || document.name, locator].filter(Boolean).join(", ");
  const under = cue && !cues.length ? ` under “${cue}”` : "";
  const how = inferred ? `inferred by ${method}` : `stated${under}, read by ${method}`;
  const figure = el(
    "figure",
    { class: inferred ? "said inferred" : "said" },
    quote
      ? block(quote, spans, ends)
      : el(
          "p",
          { class: "note" },
          "The words are not on this page, which is large; see them with partnergraph show.",
        ),
    el("figcaption", {}, words(where), el("span", { class: "basis" }, ` · ${how}`)),
  );
  return { figure, names: { own: own !== null, other: other !== null } };
}

/** @param {string} quote @param {Span[]} spans @param {Ends} ends */
function block(quote, spans, ends) {
  if (!spans.length) return long("blockquote", quote);
  const holder = el("blockquote", { dir: "auto" });
  let from = 0;
  for (const [number, run] of quote.split(BETWEEN).entries()) {
    const to = from + run.length;
    const inside = marked(quote, from, to, spans, ends);
    if (number) holder.append(BETWEEN, el("bdi", {}, ...inside));
    else holder.append(...inside);
    from = to + BETWEEN.length;
  }
  return holder;
}

/**
 * A part of a quote with what is marked in it.
 * @param {string} quote
 * @param {number} from
 * @param {number} to
 * @param {Span[]} spans
 * @param {Ends} ends
 * @returns {Node[]}
 */
function marked(quote, from, to, spans, ends) {
  /** @type {Node[]} */
  const parts = [];
  const own = spans.filter((span) => span.from >= from && span.to <= to);
  let at = from;
  for (const span of own) {
    if (span.from < at) continue;
    const rest = own.filter((other) => other !== span);
    const inside = marked(quote, span.from, span.to, rest, ends);
    parts.push(new Text(quote.slice(at, span.from)), wrapped(span, inside, ends));
    at = span.to;
  }
  parts.push(new Text(quote.slice(at, to)));
  return parts.filter((part) => part.textContent);
}

/** @param {Span} span @param {Node[]} inside @param {Ends} ends */
function wrapped({ kind }, inside, ends) {
  if (kind === "cue") return el("mark", {}, ...inside);
  const { forms, link } = ends[kind];
  if (!link) return el("b", {}, ...inside);
  const text = inside.map((part) => part.textContent).join("");
  return link(inside, text.length >= forms[0].length);
}
