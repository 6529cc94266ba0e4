// @ts-check
/** @import { Runs, Sparse } from "./unpack.js" */
import { summed } from "./unpack.js";

/**
 * A kind of thing with its mark and whether it can act, and a kind of link with the phrase between
 * its two ends.
 * @typedef {{
 *   name: string, acts: boolean, many: string, shape: string, hollow: boolean, light: string,
 *   dark: string,
 * }} Label
 * @typedef {{name: string, phrase: string, kind: string}} Type
 */

/**
 * A graph as `columns.py` packs it, by the numbers of its things and links. `sources` and `inferred`
 * are differences; `passive` are things of a stakeholder's label that are none; `covers` says which
 * types of link a document lists systematically.
 * @typedef {{
 *   labels: Runs, ids: string[], names: string[], acronyms: Sparse<string>,
 *   types: Runs, sources: number[], targets: number[], inferred: number[],
 *   passive: number[], covers: {[node: string]: string[]},
 * }} GraphColumns
 */

/**
 * What else is known of things and links.
 * @typedef {{[name: string]: string | number | boolean | string[] | undefined}} Properties
 * @typedef {Properties & {aliases?: string[], acronym?: string, details?: string}} ThingProperties
 * @typedef {{nodes: Sparse<ThingProperties>, links: Sparse<Properties>}} Details
 */

/** Things and links by their number, with what touches what. Nothing here draws. */
export class Graph {
  /**
   * @param {Label[]} labels
   * @param {Type[]} types
   * @param {GraphColumns} columns
   */
  constructor(labels, types, columns) {
    this.labels = labels;
    this.types = types;
    this.names = columns.names;
    this.size = this.names.length;
    this.label = spread(columns.labels, labels, this.size);
    this.targets = Uint32Array.from(columns.targets);
    this.sources = summed(columns.sources);
    this.count = this.targets.length;
    this.type = spread(columns.types, types, this.count);
    this.inferred = new Uint8Array(this.count);
    for (const link of summed(columns.inferred)) this.inferred[link] = 1;
    this.slugs = columns.ids;
    this.acronyms = columns.acronyms;
    this.covers = columns.covers;
    this.passive = new Set(columns.passive);
    this.from = new Uint32Array(this.size + 2);
    this.links = this.index();
    /** @type {Map<string, number> | null} */
    this.places = null;
  }

  /** Lay out, for each thing, the numbers of its links: `links[from[n]]` up to `from[n + 1]`. */
  index() {
    for (let link = 0; link < this.count; link += 1) {
      this.from[this.sources[link] + 2] += 1;
      if (this.sources[link] !== this.targets[link]) this.from[this.targets[link] + 2] += 1;
    }
    for (let at = 2; at < this.from.length; at += 1) this.from[at] += this.from[at - 1];
    const links = new Uint32Array(this.from[this.size + 1]);
    for (let link = 0; link < this.count; link += 1) {
      links[this.from[this.sources[link] + 1]++] = link;
      if (this.sources[link] !== this.targets[link]) {
        links[this.from[this.targets[link] + 1]++] = link;
      }
    }
    return links;
  }

  /** The numbers of the links of a thing. @param {number} node @returns {Uint32Array} */
  of(node) {
    return this.links.subarray(this.from[node], this.from[node + 1]);
  }

  /** The other end of a link. @param {number} link @param {number} node @returns {number} */
  other(link, node) {
    return this.sources[link] === node ? this.targets[link] : this.sources[link];
  }

  /** @param {number} node @returns {string} the name people use */
  short(node) {
    return this.acronyms[node] ?? this.names[node];
  }

  /** @param {number} node @returns {string} */
  id(node) {
    return `${this.labels[this.label[node]].name.toLowerCase()}:${this.slugs[node]}`;
  }

  /** @param {string} id @returns {number | null} */
  find(id) {
    if (!this.places) {
      this.places = new Map();
      for (let node = 0; node < this.size; node += 1) this.places.set(this.id(node), node);
    }
    return this.places.get(id) ?? null;
  }

  /** @param {number} node @param {...string} names @returns {boolean} */
  is(node, ...names) {
    return names.includes(this.labels[this.label[node]].name);
  }

  /** @param {number} link @returns {string} the sentence a link says */
  sentence(link) {
    return this.spoken(link).join("");
  }

  /** @param {number} link @returns {string[]} its sentence in parts, each of one direction of writing */
  spoken(link) {
    const { phrase } = this.types[this.type[link]];
    return [this.short(this.sources[link]), ` ${phrase} `, this.short(this.targets[link])];
  }

  /** @param {number} link @returns {boolean} whether it only says where something stands */
  weak(link) {
    return this.types[this.type[link]].kind === "weak";
  }
}

/**
 * A column of few values from its runs, each value as its place among `known`.
 * @param {Runs} runs
 * @param {{name: string}[]} known
 * @param {number} size
 */
function spread(runs, known, size) {
  const column = new Uint8Array(size);
  const places = new Map(known.map((entry, place) => [entry.name, place]));
  let at = 0;
  for (const [name, length] of runs) {
    column.fill(places.get(name) ?? 0, at, at + length);
    at += length;
  }
  return column;
}
