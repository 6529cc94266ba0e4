// @ts-check
/** @import { Graph } from "./graph.js" */

const MOST_PATHS = 100;

/**
 * The shortest paths between two things as lists of links, the preferred first: the one over the
 * earlier types, then over the lesser numbers, as on the command line. Empty where there is none.
 * @param {Graph} graph
 * @param {number} source
 * @param {number} target
 * @param {(link: number) => boolean} follows
 * @returns {{paths: number[][], more: boolean}}
 */
export function shortestPaths(graph, source, target, follows) {
  const distance = distances(graph, source, target, follows);
  if (distance[source] < 0) return { paths: [], more: false };
  /** @type {number[][]} */
  const paths = [];
  /** @type {{node: number, links: number[]}[]} */
  const open = [{ node: source, links: [] }];
  for (let step = open.pop(); step && paths.length <= MOST_PATHS; step = open.pop()) {
    const { node, links } = step;
    if (node === target) paths.push(links);
    else {
      const next = nearer(graph, node, distance, follows);
      for (const link of next.reverse()) {
        open.push({ node: graph.other(link, node), links: [...links, link] });
      }
    }
  }
  const more = paths.length > MOST_PATHS;
  return { paths: ranked(graph, source, paths.slice(0, MOST_PATHS)), more };
}

/**
 * How far each thing is from the target, as far as the source is; -1 where nobody came.
 * @param {Graph} graph
 * @param {number} source
 * @param {number} target
 * @param {(link: number) => boolean} follows
 */
function distances(graph, source, target, follows) {
  const distance = new Int32Array(graph.size).fill(-1);
  distance[target] = 0;
  let front = [target];
  while (front.length && distance[source] < 0) {
    /** @type {number[]} */
    const next = [];
    for (const node of front) {
      for (const link of graph.of(node)) {
        const other = graph.other(link, node);
        if (distance[other] < 0 && follows(link)) {
          distance[other] = distance[node] + 1;
          next.push(other);
        }
      }
    }
    front = next;
  }
  return distance;
}

/**
 * The links that lead nearer to the target, by type and by where they lead.
 * @param {Graph} graph
 * @param {number} node
 * @param {Int32Array} distance
 * @param {(link: number) => boolean} follows
 */
function nearer(graph, node, distance, follows) {
  return [...graph.of(node)]
    .filter((link) => {
      const other = graph.other(link, node);
      return distance[other] === distance[node] - 1 && distance[other] >= 0 && follows(link);
    })
    .sort((a, b) => compare(graph, node, a, b));
}

/**
 * @param {Graph} graph
 * @param {number} node
 * @param {number} a
 * @param {number} b a link of the node, as `a` is
 */
function compare(graph, node, a, b) {
  if (graph.type[a] !== graph.type[b]) return graph.type[a] - graph.type[b];
  const one = graph.id(graph.other(a, node));
  const two = graph.id(graph.other(b, node));
  return one < two ? -1 : one > two ? 1 : a - b;
}

/**
 * Paths by the types of all their links first, then by the ids they pass.
 * @param {Graph} graph
 * @param {number} source
 * @param {number[][]} paths
 */
function ranked(graph, source, paths) {
  const keyed = paths.map((links) => {
    let node = source;
    const ids = links.map((link) => {
      node = graph.other(link, node);
      return graph.id(node);
    });
    return { links, types: links.map((link) => graph.type[link]), ids };
  });
  keyed.sort((a, b) => order(a.types, b.types) || order(a.ids, b.ids));
  return keyed.map(({ links }) => links);
}

/** @template T @param {T[]} one @param {T[]} other @returns {number} */
function order(one, other) {
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
  }
  return 0;
}
