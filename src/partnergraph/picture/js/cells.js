// @ts-check
/** @import { Filters } from "./filters.js" */
/** @import { Graph } from "./graph.js" */
/** @import { Part } from "./order.js" */
/** @import { Words } from "./words.js" */

const WORK = ["doing", "support", "expertise", "account"];
const BODIES = ["Agency", "Organisation"];

/** What the matrix can be by: the label of its rows, and the links that lead there from an activity. */
export const BY = {
  topic: { label: "Topic", many: "topics", steps: ["UNDER"] },
  objective: { label: "Objective", many: "objectives", steps: ["PURSUES"] },
  roundtable: { label: "Roundtable", many: "roundtables", steps: ["UNDER", "PART_OF"] },
};

/** @typedef {keyof typeof BY} By */

/**
 * Who is on which activities of which topic, objective or roundtable.
 *
 * A cell is *none* where a document that lists who is on activities has activities of the subject
 * and lists the agency, on others; everything else that is empty is *not recorded*. The questions
 * of the catalogue say it the same way.
 */
export class Cells {
  /**
   * @param {Graph} graph
   * @param {Filters} filters
   * @param {Words} words
   * @param {By} by
   */
  constructor(graph, filters, words, by) {
    this.graph = graph;
    this.filters = filters;
    this.words = words;
    this.by = BY[by];
    this.types = new Map(graph.types.map((type, place) => [type.name, place]));
    /** @type {Map<number, Map<number, Set<number>>>} subject, agency, activities */
    this.rows = new Map();
    /** @type {Map<number, number>} how many activities an agency is on here */
    this.agencies = new Map();
    /** @type {Map<number, Set<number>>} the documents that list an agency */
    this.listed = new Map();
    /** @type {Map<number, Set<number>>} the documents that list who is on the activities of a subject */
    this.read = new Map();
    /** @type {Map<number, Set<number>>} what a thing stands within, by way of all steps */
    this.above = new Map();
    this.fill();
  }

  fill() {
    const { graph, filters } = this;
    const covering = this.covering();
    for (let node = 0; node < graph.size; node += 1) {
      if (graph.is(node, "Activity") && filters.shows(node)) this.add(node, covering);
    }
  }

  /** @param {number} activity @param {Map<number, Set<number>>} covering */
  add(activity, covering) {
    const { graph } = this;
    const subjects = this.subjects(activity);
    const links = [...graph.of(activity)];
    const documents = links
      .filter((link) => graph.types[graph.type[link]].name === "RECORDED_IN")
      .map((link) => graph.targets[link])
      .filter((document) => covering.has(document));
    for (const subject of subjects) {
      for (const document of documents) put(this.read, subject, document);
    }
    for (const link of links) {
      if (!this.works(link, activity)) continue;
      const agency = graph.sources[link];
      for (const document of this.words.documents(graph, link)) {
        if (covering.get(document)?.has(graph.type[link]) && documents.includes(document)) {
          put(this.listed, agency, document);
        }
      }
      for (const subject of subjects) {
        /** @type {Map<number, Set<number>>} */
        const row = this.rows.get(subject) ?? new Map();
        this.rows.set(subject, row);
        put(row, agency, activity);
        this.agencies.set(agency, (this.agencies.get(agency) ?? 0) + 1);
      }
    }
  }

  /** Documents that list systematically who is on activities, and by which types of link. */
  covering() {
    const { graph, filters } = this;
    /** @type {Map<number, Set<number>>} */
    const found = new Map();
    for (const [document, types] of Object.entries(graph.covers)) {
      for (const name of types) {
        const type = this.types.get(name);
        if (type === undefined || !filters.types[type]) continue;
        if (filters.silent.has(Number(document))) continue;
        if (WORK.includes(graph.types[type].kind)) put(found, Number(document), type);
      }
    }
    return found;
  }

  /** Whether a link says that an agency is on an activity. @param {number} link @param {number} activity */
  works(link, activity) {
    const { graph, filters } = this;
    return (
      graph.targets[link] === activity &&
      WORK.includes(graph.types[graph.type[link]].kind) &&
      graph.is(graph.sources[link], ...BODIES) &&
      filters.shows(graph.sources[link]) &&
      filters.takes(link) &&
      this.told(link)
    );
  }

  /** Whether a text says so: what is inferred is not counted. @param {number} link */
  told(link) {
    return !this.graph.inferred[link];
  }

  /** What an activity belongs to, of the kind that the matrix is by. @param {number} activity */
  subjects(activity) {
    const { graph, filters, by } = this;
    const found = by.label === "Roundtable" ? this.climbed(activity) : this.next(activity);
    return [...found].filter((node) => graph.is(node, by.label) && filters.shows(node));
  }

  /** @param {number} node @returns {Set<number>} all it stands within */
  climbed(node) {
    let found = this.above.get(node);
    if (found) return found;
    found = new Set();
    this.above.set(node, found);
    for (const next of this.next(node)) {
      found.add(next);
      for (const higher of this.climbed(next)) found.add(higher);
    }
    return found;
  }

  /** @param {number} node @returns {Set<number>} */
  next(node) {
    const { graph, filters, by } = this;
    /** @type {Set<number>} */
    const found = new Set();
    for (const link of graph.of(node)) {
      const type = graph.type[link];
      const leads = graph.sources[link] === node && by.steps.includes(graph.types[type].name);
      if (leads && filters.takes(link) && this.told(link)) found.add(graph.targets[link]);
    }
    return found;
  }

  /** @param {number} subject @param {number} agency @returns {number[]} */
  activities(subject, agency) {
    return [...(this.rows.get(subject)?.get(agency) ?? [])];
  }

  /** The links that put an agency on an activity. @param {number} agency @param {number} activity */
  between(agency, activity) {
    const links = [...this.graph.of(activity)];
    return links.filter(
      (link) => this.graph.sources[link] === agency && this.works(link, activity),
    );
  }

  /** The links that lead from an activity straight to its subject. @param {number} activity @param {number} subject */
  leading(activity, subject) {
    const { graph } = this;
    return [...graph.of(activity)].filter(
      (link) => graph.targets[link] === subject && !graph.weak(link),
    );
  }

  /** The documents by which an empty cell is *none*; no document where it is *not recorded*. @param {number} subject @param {number} agency */
  lacking(subject, agency) {
    const listed = this.listed.get(agency);
    return [...(this.read.get(subject) ?? [])].filter((document) => listed?.has(document));
  }

  /** What stands in no cell: subjects without an agency's activity, agencies without a subject. */
  idle() {
    const { graph, filters, by } = this;
    /** @type {Part} */
    const found = { rows: [], columns: [] };
    for (let node = 0; node < graph.size; node += 1) {
      if (!filters.shows(node)) continue;
      if (graph.is(node, by.label) && !this.rows.has(node)) found.rows.push(node);
      if (graph.is(node, ...BODIES) && !graph.passive.has(node) && !this.agencies.has(node))
        found.columns.push(node);
    }
    return found;
  }
}

/** @template K, V @param {Map<K, Set<V>>} sets @param {K} key @param {V} value */
function put(sets, key, value) {
  const found = sets.get(key);
  if (found) found.add(value);
  else sets.set(key, new Set([value]));
}
