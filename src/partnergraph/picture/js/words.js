// @ts-check
import { el, words } from "./dom.js";
import { long } from "./long.js";

/** Who says so: the evidence of links, by their number. */
export class Words {
  /** @param {any} columns as `columns.py` makes them */
  constructor(columns) {
    this.columns = columns;
    /** @type {(number | null)[] | null} the number of each document in the graph */
    this.places = null;
    this.first = new Uint32Array(columns.counts.length + 1);
    columns.counts.forEach((count, link) => {
      this.first[link + 1] = this.first[link] + count;
    });
  }

  /** @param {number} link @returns {{document: any, locator: string, quote: string, inferred: boolean, method: string}[]} */
  of(link) {
    const { columns, first } = this;
    const said = [];
    for (let at = first[link]; at < first[link + 1]; at += 1) {
      said.push({
        document: columns.documents[columns.document[at]],
        locator: columns.locator[at],
        quote: columns.quote[at],
        inferred: columns.inferred[at] === 1,
        method: columns.methods[columns.method[at]],
      });
    }
    return said;
  }

  /** The file a document was read from, or its name. @param {import("./graph.js").Graph} graph @param {number} node */
  file(graph, node) {
    const known = this.columns.documents.find(({ id }) => graph.find(id) === node);
    return known?.file || graph.names[node];
  }

  /**
   * The documents that say a link, by their number in the graph.
   * @param {import("./graph.js").Graph} graph
   * @param {number} link
   * @returns {number[]}
   */
  documents(graph, link) {
    const places = this.places ?? this.columns.documents.map(({ id }) => graph.find(id));
    this.places = places;
    const said = this.columns.document.slice(this.first[link], this.first[link + 1]);
    return said.map((document) => places[document]);
  }
}

/**
 * One evidence: its quote, its document and lines, stated or inferred.
 * @param {ReturnType<Words["of"]>[number]} said
 */
export function quoted(said) {
  const { document, locator, quote, inferred, method } = said;
  const where = [document.file || document.name, locator].filter(Boolean).join(", ");
  const how = inferred ? `inferred by ${method}` : `stated, read by ${method}`;
  return el(
    "figure",
    { class: inferred ? "said inferred" : "said" },
    quote
      ? long("blockquote", quote)
      : el(
          "p",
          { class: "note" },
          "The words are not on this page, which is large; see them with partnergraph show.",
        ),
    el("figcaption", {}, words(where), el("span", { class: "basis" }, ` · ${how}`)),
  );
}
