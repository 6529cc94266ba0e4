// @ts-check
/** @import { Graph } from "./graph.js" */
/** @import { Words } from "./words.js" */

const FEW = 3;

/** What is switched on among kinds of things and links and among documents. */
export class Filters {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.labels = new Uint8Array(graph.labels.length).fill(1);
    this.types = Uint8Array.from(graph.types, (type) => (type.kind === "weak" ? 0 : 1));
    this.inferred = true;
    /** @type {Set<number>} documents that are left out, by their number in the graph */
    this.silent = new Set();
    /** @type {Uint8Array | null} whether a document that is not left out says a link */
    this.said = null;
    /** @type {Uint8Array | null} whether one says a link of a thing */
    this.named = null;
  }

  /** Leave out what documents alone say. @param {Words} words @param {Set<number>} silent */
  silence(words, silent) {
    const { graph } = this;
    this.silent = silent;
    this.said = silent.size ? words.saidWithout(graph, silent) : null;
    this.named = this.said && new Uint8Array(graph.size);
    if (!this.said || !this.named) return;
    for (let link = 0; link < graph.count; link += 1) {
      if (this.said[link]) this.named[graph.sources[link]] = this.named[graph.targets[link]] = 1;
    }
  }

  /** @param {number} node @returns {boolean} */
  shows(node) {
    return this.labels[this.graph.label[node]] === 1 && (!this.named || this.named[node] === 1);
  }

  /** Whether a document that is not left out says a link. @param {number} link */
  says(link) {
    return !this.said || this.said[link] === 1;
  }

  /** Whether a link's kind and a document of its are switched on, whatever its ends. @param {number} link */
  takes(link) {
    return this.types[this.graph.type[link]] === 1 && this.says(link);
  }

  /**
   * Whether a link is shown, with both ends; one that the reader came for is shown whatever its kind.
   * @param {number} link
   * @param {{weakToo?: boolean, centre?: number}} [but]
   * @returns {boolean}
   */
  follows(link, { weakToo = false, centre = -1 } = {}) {
    const { graph } = this;
    const [source, target] = [graph.sources[link], graph.targets[link]];
    return (
      (this.types[graph.type[link]] === 1 || (weakToo && graph.weak(link))) &&
      (this.inferred || !graph.inferred[link]) &&
      this.says(link) &&
      (source === centre || this.shows(source)) &&
      (target === centre || this.shows(target))
    );
  }

  /** How many switches are off that are on at first. */
  count() {
    const { labels, types } = this;
    const links = this.graph.types.filter(({ kind }, at) => !types[at] && kind !== "weak");
    const things = labels.filter((on) => !on);
    return things.length + links.length + this.silent.size + (this.inferred ? 0 : 1);
  }

  /** What is switched off that is on at first, in words. @returns {string[]} */
  off() {
    const { graph } = this;
    const things = graph.labels.map(({ many }, at) => ({ name: many, on: this.labels[at] === 1 }));
    const links = graph.types
      .map(({ phrase, kind }, at) => ({ name: `“${phrase}”`, on: this.types[at] === 1, kind }))
      .filter(({ kind }) => kind !== "weak");
    const documents = [...this.silent].map((node) => `what ${graph.short(node)} alone says`);
    const inferred = this.inferred ? [] : ["inferred statements"];
    return [
      ...without(things, "things"),
      ...without(links, "statements"),
      ...documents,
      ...inferred,
    ];
  }

  /** Switch on again what is on at first. */
  reset() {
    this.labels.fill(1);
    this.types.set(this.graph.types.map(({ kind }) => (kind === "weak" ? 0 : 1)));
    this.inferred = true;
    this.silent = new Set();
    this.said = this.named = null;
  }
}

/** The names of what is off; where that is most, all but what is on. @param {{name: string, on: boolean}[]} all @param {string} what */
function without(all, what) {
  const [on, off] = [true, false].map((state) => all.filter((one) => one.on === state));
  if (!on.length) return [`all ${what}`];
  if (on.length > FEW || off.length <= on.length) return off.map(({ name }) => name);
  return [`all ${what} but ${on.map(({ name }) => name).join(" and ")}`];
}
