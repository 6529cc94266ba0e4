// @ts-check
/** @import { Bounds } from "./camera.js" */
/** @import { Graph } from "./graph.js" */
import { communities } from "./communities.js";
import { packed } from "./packing.js";

const FEW = 3;
const NEAR = 40;

/**
 * How many links there are between two communities.
 * @typedef {{one: number, other: number, count: number}} Bundle
 */

/**
 * The map of a graph: where each thing stands, which communities there are, how they are linked.
 * Links that only say where something is recorded join nothing.
 */
export class Atlas {
  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    const strong = strongLinks(graph);
    const member = communities(
      graph.size,
      chosen(graph.sources, strong),
      chosen(graph.targets, strong),
    );
    const groups = grouped(graph, member);
    this.group = new Uint32Array(graph.size);
    for (const [at, members] of groups.entries()) {
      for (const node of members) this.group[node] = at;
    }
    this.strong = strong;
    this.bundles = this.bundled();
    const { discs, x, y } = packed(
      groups,
      (one, other) => this.bundles.get(key(one, other))?.count ?? 0,
      graph.size,
    );
    this.discs = discs;
    this.x = x;
    this.y = y;
    /** @type {Map<number, number[]>} */
    this.squares = new Map();
    this.index();
  }

  /** Links between communities: how many between each two. */
  bundled() {
    const { graph, group } = this;
    /** @type {Map<number, Bundle>} */
    const found = new Map();
    for (const link of this.strong) {
      const [one, other] = [group[graph.sources[link]], group[graph.targets[link]]];
      if (one === other) continue;
      const bundle = found.get(key(one, other));
      if (bundle) bundle.count += 1;
      else found.set(key(one, other), { one, other, count: 1 });
    }
    return found;
  }

  /** How far the map reaches. @returns {Bounds} */
  bounds() {
    const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x, y, radius } of this.discs) {
      found.left = Math.min(found.left, x - radius);
      found.top = Math.min(found.top, y - radius);
      found.right = Math.max(found.right, x + radius);
      found.bottom = Math.max(found.bottom, y + radius);
    }
    return found;
  }

  /** Things by the square they stand in, so that a point finds what is near. */
  index() {
    for (let node = 0; node < this.graph.size; node += 1) {
      const square = this.square(this.x[node], this.y[node]);
      const found = this.squares.get(square);
      if (found) found.push(node);
      else this.squares.set(square, [node]);
    }
  }

  /** @param {number} x @param {number} y */
  square(x, y) {
    return Math.floor(x / NEAR) * 100_003 + Math.floor(y / NEAR);
  }

  /** The things in a rectangle, roughly. @param {Bounds} bounds */
  within({ left, top, right, bottom }) {
    /** @type {number[]} */
    const found = [];
    for (let x = left - NEAR; x <= right + NEAR; x += NEAR) {
      for (let y = top - NEAR; y <= bottom + NEAR; y += NEAR) {
        for (const node of this.squares.get(this.square(x, y)) ?? []) found.push(node);
      }
    }
    return found;
  }

  /** The thing that is shown nearest to a point. @param {number} x @param {number} y @param {number} reach @param {(node: number) => boolean} shows */
  nearest(x, y, reach, shows) {
    /** @type {number | null} */
    let best = null;
    let least = reach;
    for (const node of this.within({
      left: x - reach,
      top: y - reach,
      right: x + reach,
      bottom: y + reach,
    })) {
      const away = Math.hypot(this.x[node] - x, this.y[node] - y);
      if (away <= least && shows(node)) [best, least] = [node, away];
    }
    return best;
  }
}

/** @param {Graph} graph @returns {Uint32Array} */
function strongLinks(graph) {
  const found = new Uint32Array(graph.count);
  let count = 0;
  for (let link = 0; link < graph.count; link += 1) if (!graph.weak(link)) found[count++] = link;
  return found.subarray(0, count);
}

/** @param {Uint32Array} column @param {Uint32Array} places */
function chosen(column, places) {
  const values = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) values[at] = column[places[at]];
  return values;
}

/**
 * The members of each community, the best linked first; tiny communities are one group, the last.
 * @param {Graph} graph
 * @param {Uint32Array} member
 */
function grouped(graph, member) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  /** @type {number[]} */
  const little = [];
  for (let node = 0; node < graph.size; node += 1) {
    const group = groups.get(member[node]);
    if (group) group.push(node);
    else groups.set(member[node], [node]);
  }
  /** @type {number[][]} */
  const found = [];
  for (const members of groups.values()) {
    if (members.length < FEW) little.push(...members);
    else found.push(members);
  }
  found.sort((a, b) => b.length - a.length || a[0] - b[0]);
  if (little.length) found.push(little);
  for (const members of found) {
    members.sort((a, b) => graph.of(b).length - graph.of(a).length || a - b);
  }
  return found;
}

/** @param {number} one @param {number} other */
function key(one, other) {
  return Math.min(one, other) * 1_000_003 + Math.max(one, other);
}
