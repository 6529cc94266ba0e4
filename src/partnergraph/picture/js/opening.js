// @ts-check
/** @import { Family, Row } from "./answers.js" */
/** @import { Page } from "./main.js" */
import { placeOf } from "./cell.js";
import { byId, el, grouped, words } from "./dom.js";

/**
 * What `opening.py` says of a page: what was read, what it holds, and of some kinds of gaps and
 * overlaps the first row in a sentence, with the ids it names.
 * @typedef {{text: string, kind: string, total: number, row: Row}} Finding
 * @typedef {{read: string[], holds: string} & Record<Family, Finding[]>} Told
 */

const FILES = 6;

/**
 * Show the opening while the reader is where the page opens, and hide it elsewhere.
 * @param {Page} page
 * @param {boolean} home
 */
export function showOpening(page, home) {
  const { told } = page.data;
  const holder = byId("opening");
  holder.hidden = !home || !told;
  if (holder.hidden || !told || holder.childElementCount) return;
  holder.append(
    ...[
      column("This page holds", [
        el("p", {}, `${told.holds}.`),
        el("p", { class: "note" }, "Read: ", ...files(told.read)),
      ]),
      findings(page, "Largest gaps", "gaps", told.gaps),
      findings(page, "Strongest overlaps", "overlaps", told.overlaps),
    ].filter((part) => part !== null),
  );
}

/** @param {string[]} read */
function files(read) {
  const shown = read.slice(0, FILES).flatMap((file, at) => [at ? ", " : "", words(file)]);
  const left = read.length - FILES;
  return left > 0 ? [...shown, ` and ${grouped(left)} more`] : shown;
}

/** @param {Page} page @param {string} heading @param {Family} family @param {Finding[]} found */
function findings(page, heading, family, found) {
  if (!found.length) return null;
  const items = found.map(({ text, kind, total, row }) => {
    const place = placeOf(page, row)?.place ?? { view: family, kind };
    return el(
      "li",
      {},
      el("a", { href: page.at(place) }, words(text)),
      " ",
      el(
        "a",
        {
          class: "all",
          href: page.at({ view: family, node: page.place.node, kind }),
          "aria-label": `All ${grouped(total)}: ${page.data.kinds[kind]}`,
          "data-whole": page.data.kinds[kind],
        },
        `All ${grouped(total)}`,
      ),
    );
  });
  return column(heading, [el("ol", {}, ...items)]);
}

/** @param {string} heading @param {HTMLElement[]} content */
function column(heading, content) {
  return el("div", {}, el("h2", {}, heading), ...content);
}
