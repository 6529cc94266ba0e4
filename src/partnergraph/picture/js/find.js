// @ts-check
/** @import { Details, Graph } from "./graph.js" */
import { distance, fold } from "./fold.js";

/** Finds things by what people type: names, acronyms, printed forms; misspelt ones too. */
export class Finder {
  /** @param {Graph} graph @param {Details} details */
  constructor(graph, details) {
    this.graph = graph;
    this.forms = graph.names.map((name, node) => {
      const aliases = details.nodes[node]?.aliases ?? [];
      const code = graph.slugs[node].split("/").slice(1).at(-1) ?? "";
      return ["", graph.acronyms[node] ?? "", name, ...aliases, code, ""].map(fold).join("\n");
    });
  }

  /**
   * The things a text may mean, the nearest first.
   * @param {string} text
   * @param {number} most
   * @returns {number[]}
   */
  find(text, most) {
    const wanted = fold(text);
    if (!wanted) return [];
    const found = this.ranked((forms) => rank(forms, wanted), most);
    return found.length ? found : this.ranked((forms) => alike(forms, wanted), most);
  }

  /** @param {(forms: string) => number} score 0 for none @param {number} most */
  ranked(score, most) {
    const { graph } = this;
    /** @type {{node: number, points: number, links: number}[]} */
    const scored = [];
    this.forms.forEach((forms, node) => {
      const points = score(forms);
      if (points) scored.push({ node, points, links: graph.of(node).length });
    });
    scored.sort((a, b) => b.points - a.points || b.links - a.links || a.node - b.node);
    return scored.slice(0, most).map(({ node }) => node);
  }
}

/** @param {string} forms @param {string} wanted @returns {number} */
function rank(forms, wanted) {
  if (forms.includes(`\n${wanted}\n`)) return 4;
  if (forms.includes(`\n${wanted}`)) return 3;
  if (forms.includes(` ${wanted}`)) return 2;
  return wanted.length > 2 && forms.includes(wanted) ? 1 : 0;
}

/** Whether every word typed is nearly a word of a form. @param {string} forms @param {string} wanted */
function alike(forms, wanted) {
  const known = forms.slice(0, 300).split(/\s+/);
  const fits = wanted.split(" ").every((word) => {
    const most = word.length > 6 ? 2 : 1;
    return known.some((other) => distance(word, other.slice(0, word.length + 1), most) <= most);
  });
  return fits ? 1 : 0;
}
