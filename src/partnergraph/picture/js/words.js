// @ts-check
/** @import { Graph } from "./graph.js" */

/**
 * A document as evidence names it; `file` is empty where none is known.
 * @typedef {{id: string, name: string, file: string, date: string}} Cited
 */

/**
 * Evidence as `columns.py` packs it: how much each link has, then all of it in the order of links,
 * by the number of its origin. Where a page is large, some has no quote.
 * @typedef {[document: number, method: string, inferred: 0 | 1]} Origin
 * @typedef {{
 *   documents: Cited[], origins: Origin[], counts: number[],
 *   said: number[], locator: string[], quote: string[], cue: string[],
 * }} WordColumns
 */

/**
 * One evidence; `cue` is the words that gave the link its type, empty where position did.
 * @typedef {{
 *   document: Cited, locator: string, quote: string, cue: string, inferred: boolean, method: string
 * }} Said
 */

/** Who says so: the evidence of links, by their number. */
export class Words {
  /** @param {WordColumns} columns */
  constructor(columns) {
    this.columns = columns;
    /** @type {(number | null)[] | null} the number of each document in the graph */
    this.places = null;
    this.first = new Uint32Array(columns.counts.length + 1);
    columns.counts.forEach((count, link) => {
      this.first[link + 1] = this.first[link] + count;
    });
  }

  /** @param {number} link @returns {Said[]} */
  of(link) {
    const { columns, first } = this;
    const said = [];
    for (let at = first[link]; at < first[link + 1]; at += 1) {
      const [document, method, inferred] = columns.origins[columns.said[at]];
      said.push({
        document: columns.documents[document],
        locator: columns.locator[at],
        quote: columns.quote[at],
        cue: columns.cue[at],
        inferred: inferred === 1,
        method,
      });
    }
    return said;
  }

  /**
   * The documents that say links, those that say most first.
   * @param {Graph} graph
   * @returns {{node: number, count: number}[]}
   */
  perDocument(graph) {
    const counts = this.columns.documents.map(() => 0);
    this.each((document) => {
      counts[document] += 1;
    });
    return this.columns.documents
      .map(({ id }, document) => ({ node: graph.find(id) ?? -1, count: counts[document] }))
      .filter(({ node, count }) => node >= 0 && count)
      .sort((a, b) => b.count - a.count || a.node - b.node);
  }

  /** For each link whether a document says it that is not among some. @param {Graph} graph @param {Set<number>} silent */
  saidWithout(graph, silent) {
    const heard = this.columns.documents.map(({ id }) => !silent.has(graph.find(id) ?? -1));
    const found = new Uint8Array(this.columns.counts.length);
    this.each((document, link) => {
      if (heard[document]) found[link] = 1;
    });
    return found;
  }

  /** Go through documents with the links they say, each link once. @param {(document: number, link: number) => void} take */
  each(take) {
    const { counts, said, origins } = this.columns;
    let at = 0;
    for (const [link, count] of counts.entries()) {
      let before = -1;
      for (const end = at + count; at < end; at += 1) {
        const [document] = origins[said[at]];
        if (document !== before) take(document, link);
        before = document;
      }
    }
  }

  /** The file a document was read from, or its name. @param {Graph} graph @param {number} node */
  file(graph, node) {
    const known = this.columns.documents.find(({ id }) => graph.find(id) === node);
    return known?.file || graph.names[node];
  }

  /**
   * The documents that say a link, by their number in the graph.
   * @param {Graph} graph
   * @param {number} link
   * @returns {number[]}
   */
  documents(graph, link) {
    const places = this.places ?? this.columns.documents.map(({ id }) => graph.find(id));
    this.places = places;
    const { origins, said } = this.columns;
    const own = said.slice(this.first[link], this.first[link + 1]);
    return own.map((origin) => places[origins[origin][0]]).filter((node) => node !== null);
  }
}
