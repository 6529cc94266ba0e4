// @ts-check

const MOST_ROUNDS = 12;
const MOST_LEVELS = 12;
const LITTLE = 0.005;

/**
 * Neighbours with weights, both ways: `ends[first[n]]` up to `first[n + 1]`; `loops` are within.
 * @typedef {{
 *   size: number, first: Uint32Array, ends: Uint32Array, weight: Float64Array, loops: Float64Array,
 * }} Network
 */

/**
 * The community of each thing, and how many there are.
 * @typedef {{community: Uint32Array, count: number}} Division
 */

/**
 * Communities of a network by modularity (Louvain's method): each thing moves to the neighbouring
 * community where it raises modularity most, then communities become things, until nothing moves.
 * The same network gives the same communities.
 * @param {number} size how many things
 * @param {Uint32Array} sources
 * @param {Uint32Array} targets
 * @returns {Uint32Array} the community of each thing, numbered from 0
 */
export function communities(size, sources, targets) {
  let network = linked(size, sources, targets, new Float64Array(sources.length).fill(1));
  let member = Uint32Array.from({ length: size }, (_, at) => at);
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const found = moved(network);
    if (found.count === network.size) break;
    member = member.map((at) => found.community[at]);
    network = joined(network, found);
  }
  return member;
}

/**
 * @param {number} size
 * @param {Uint32Array} sources
 * @param {Uint32Array} targets
 * @param {Float64Array} weights of the links
 * @returns {Network}
 */
function linked(size, sources, targets, weights) {
  const first = new Uint32Array(size + 2);
  const loops = new Float64Array(size);
  for (let at = 0; at < sources.length; at += 1) {
    if (sources[at] === targets[at]) continue;
    first[sources[at] + 2] += 1;
    first[targets[at] + 2] += 1;
  }
  for (let at = 2; at < first.length; at += 1) first[at] += first[at - 1];
  const ends = new Uint32Array(first[size + 1]);
  const weight = new Float64Array(ends.length);
  /** @type {(from: number, to: number, value: number) => void} */
  const put = (from, to, value) => {
    const place = first[from + 1]++;
    ends[place] = to;
    weight[place] = value;
  };
  for (let at = 0; at < sources.length; at += 1) {
    const [from, to] = [sources[at], targets[at]];
    if (from === to) loops[from] += weights[at];
    else {
      put(from, to, weights[at]);
      put(to, from, weights[at]);
    }
  }
  return { size, first, ends, weight, loops };
}

/** One level: things moved between communities until little is gained. @param {Network} network */
function moved({ size, first, ends, weight, loops }) {
  const community = Uint32Array.from({ length: size }, (_, at) => at);
  const degree = Float64Array.from(loops, (loop) => loop * 2);
  for (let node = 0; node < size; node += 1) {
    for (let at = first[node]; at < first[node + 1]; at += 1) degree[node] += weight[at];
  }
  const total = Float64Array.from(degree);
  const all = degree.reduce((sum, value) => sum + value, 0) || 1;
  const toward = new Float64Array(size);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moves = 0;
    for (let node = 0; node < size; node += 1) {
      const own = community[node];
      /** @type {number[]} */
      const near = [];
      for (let at = first[node]; at < first[node + 1]; at += 1) {
        const other = community[ends[at]];
        if (toward[other] === 0) near.push(other);
        toward[other] += weight[at];
      }
      total[own] -= degree[node];
      let [best, most] = [own, toward[own] - (degree[node] * total[own]) / all];
      for (const other of near) {
        const gain = toward[other] - (degree[node] * total[other]) / all;
        if (gain > most + 1e-12) [best, most] = [other, gain];
        toward[other] = 0;
      }
      toward[own] = 0;
      total[best] += degree[node];
      if (best !== own) moves += 1;
      community[node] = best;
    }
    if (moves <= size * LITTLE) break;
  }
  return renumbered(community);
}

/** @param {Uint32Array} community @returns {Division} */
function renumbered(community) {
  const numbers = new Int32Array(community.length).fill(-1);
  let count = 0;
  const named = community.map((one) => {
    if (numbers[one] < 0) numbers[one] = count++;
    return numbers[one];
  });
  return { community: named, count };
}

/**
 * The network of communities: links between two of them added up.
 * @param {Network} network
 * @param {Division} division
 * @returns {Network}
 */
function joined({ size, first, ends, weight, loops }, { community, count }) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  const within = new Float64Array(count);
  for (let node = 0; node < size; node += 1) {
    const own = community[node];
    within[own] += loops[node];
    for (let at = first[node]; at < first[node + 1]; at += 1) {
      const other = community[ends[at]];
      if (ends[at] < node) continue;
      if (other === own) within[own] += weight[at];
      else {
        const key = Math.min(own, other) * count + Math.max(own, other);
        sums.set(key, (sums.get(key) ?? 0) + weight[at]);
      }
    }
  }
  const keys = [...sums.keys()];
  const sources = Uint32Array.from(keys, (key) => Math.floor(key / count));
  const targets = Uint32Array.from(keys, (key) => key % count);
  const network = linked(count, sources, targets, Float64Array.from(sums.values()));
  return { ...network, loops: within };
}
