// @ts-check

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const ROOM = 1.25;
const TURNS = 0.5;
const APART = 4;
const FLAT = 1.3;

/**
 * A place on the map, and a community around one.
 * @typedef {{x: number, y: number}} Spot
 * @typedef {Spot & {members: number[], radius: number}} Disc
 */

/**
 * Where each thing stands on the map: the members of a community on a disc, from the middle
 * outwards as given; discs as near as there is room to those they have links with.
 * @param {number[][]} groups members, the largest group first
 * @param {(one: number, other: number) => number} between how many links two groups have
 * @param {number} size how many things there are
 * @returns {{discs: Disc[], x: Float32Array, y: Float32Array}}
 */
export function packed(groups, between, size) {
  const x = new Float32Array(size);
  const y = new Float32Array(size);
  /** @type {Disc[]} */
  const discs = [];
  const taken = new Taken();
  groups.forEach((members, at) => {
    const radius = Math.sqrt(members.length) * ROOM + 2;
    const disc = { members, radius, ...free(taken, radius, wanted(discs, at, between)) };
    discs.push(disc);
    taken.add(disc);
    members.forEach((node, rank) => {
      const out = Math.sqrt(rank + 0.5) * ROOM;
      x[node] = disc.x + out * Math.cos(rank * GOLDEN);
      y[node] = disc.y + out * Math.sin(rank * GOLDEN);
    });
  });
  return { discs, x, y };
}

/**
 * The middle of the discs a group has links with.
 * @param {Disc[]} discs
 * @param {number} at the number of the group
 * @param {(one: number, other: number) => number} between
 * @returns {Spot}
 */
function wanted(discs, at, between) {
  const sum = { x: 0, y: 0, weight: 1e-9 };
  discs.forEach((disc, other) => {
    const weight = between(at, other);
    sum.x += disc.x * weight;
    sum.y += disc.y * weight;
    sum.weight += weight;
  });
  return { x: sum.x / sum.weight, y: sum.y / sum.weight };
}

/**
 * The place nearest to the one wanted where a disc leaves room for a name beside it: on a spiral
 * around it, which is as flat as screens are.
 * @param {Taken} taken
 * @param {number} radius
 * @param {Spot} middle
 * @returns {Spot}
 */
function free(taken, radius, middle) {
  for (let turn = 0; ; turn += 1) {
    const out = TURNS * Math.sqrt(turn) * Math.max(radius * 0.5, 1.5);
    const place = {
      x: middle.x + FLAT * out * Math.cos(turn * GOLDEN),
      y: middle.y + out * Math.sin(turn * GOLDEN),
    };
    if (taken.fits(place, radius + APART)) return place;
  }
}

/** The discs that stand, found by place. */
class Taken {
  constructor() {
    /** @type {Map<string, Disc[]>} */
    this.squares = new Map();
    this.side = 0;
  }

  /** @param {Disc} disc */
  add(disc) {
    this.side ||= Math.max(disc.radius, 4);
    for (const key of this.keys(disc, disc.radius)) {
      const square = this.squares.get(key);
      if (square) square.push(disc);
      else this.squares.set(key, [disc]);
    }
  }

  /** @param {Spot} place @param {number} radius */
  fits(place, radius) {
    if (!this.side) return true;
    for (const key of this.keys(place, radius)) {
      for (const disc of this.squares.get(key) ?? []) {
        if (Math.hypot(disc.x - place.x, disc.y - place.y) < disc.radius + radius) return false;
      }
    }
    return true;
  }

  /** The squares a disc touches. @param {Spot} place @param {number} radius */
  *keys({ x, y }, radius) {
    /** @type {(value: number) => number} */
    const cell = (value) => Math.floor(value / this.side);
    for (let i = cell(x - radius); i <= cell(x + radius); i += 1) {
      for (let j = cell(y - radius); j <= cell(y + radius); j += 1) yield `${i} ${j}`;
    }
  }
}
