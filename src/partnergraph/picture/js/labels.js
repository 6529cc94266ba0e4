// @ts-check
/** @import { Pen, Scene } from "./sketch.js" */
import { cut } from "./dom.js";
import { lines, reversed, width } from "./text.js";

const FONT = "system-ui, 'Noto Sans', 'Segoe UI', sans-serif";
const LABELLED = 5;
const MOST = 160;
const AT_ONCE = 8;
const LARGE = 34;
const LONGEST_WORD = 190;
const LONGEST = 120;
const CLEAR = { discs: 9, marks: 1 };
const NEAR = 4;
const AWAY = [16, 32, 52, 76];
const CONTROLS = { width: 150, height: 56 };
const ASIDE = [-45, 45, -25, 25, -65, 65].map((angle) => {
  const turn = (angle * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
});
const NAME = { size: 11, weight: 400, lengths: [22, 12] };
const GROUP = {
  size: 13,
  weight: 600,
  shapes: [
    [150, 2],
    [116, 3],
  ],
};
const CHOSEN = { size: 13, weight: 700, lengths: [48, 22] };

/**
 * A label: its lines, and the box they take.
 * @typedef {{texts: string[], size: number, weight: number, wide: number, high: number}} Label
 * @typedef {{x: number, y: number, radius: number}} Round
 * @typedef {{label: Label, x: number, y: number}} Box
 */

/**
 * Names where there is room beside what they name: never over a thing, a disc or another name.
 * First the chosen thing, then communities, then what has the most links.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number[]} nodes what is seen
 * @param {number} radius of marks
 */
export function* labels(pen, scene, nodes, radius) {
  const { page, atlas, camera } = scene;
  const { graph, filters, place } = page;
  const near = radius >= LABELLED;
  const discs = atlas.discs.map((disc) => seen(scene, disc.x, disc.y, disc.radius * camera.scale));
  const marks = near ? nodes.map((node) => seen(scene, atlas.x[node], atlas.y[node], radius)) : [];
  const clear = near ? CLEAR.marks : CLEAR.discs;
  const shown = (near ? marks : discs).filter(({ x, y, radius }) => {
    const [across, down] = [Math.abs(x - camera.width / 2), Math.abs(y - camera.height / 2)];
    return across < camera.width / 2 + radius && down < camera.height / 2 + radius;
  });
  const room = new Room(camera.width, camera.height, shown, clear);
  /** @type {Set<number>} */
  const named = new Set();
  if (place.node != null && filters.shows(place.node)) {
    named.add(place.node);
    const mark = seen(scene, atlas.x[place.node], atlas.y[place.node], Math.max(radius, 5) + 6);
    choose(pen, scene, room, place.node, mark, discs[atlas.group[place.node]]);
  }
  yield;
  for (const [at, { members }] of atlas.discs.entries()) {
    const node = members.find((member) => filters.shows(member));
    if (near || discs[at].radius < LARGE || node === undefined || named.has(node)) continue;
    named.add(node);
    const name = cut(graph.short(node), LONGEST);
    const word = Math.max(...name.split(" ").map((one) => width(one, GROUP.size, "600")));
    const forms = GROUP.shapes.map(([wide, most]) =>
      label(pen, name, GROUP, Math.max(wide, Math.min(word + 1, LONGEST_WORD)), most),
    );
    yield;
    if (put(pen, scene, room, discs[at], forms)) continue;
    const box = room.away(discs[at], forms);
    if (box) lead(pen, scene, box, discs[at], scene.colours.line);
  }
  yield;
  if (!near) return;
  const best = nodes.filter((node) => {
    const [x, y] = camera.seen(atlas.x[node], atlas.y[node]);
    return x > 0 && y > 0 && x < camera.width && y < camera.height;
  });
  best.sort((a, b) => graph.of(b).length - graph.of(a).length || a - b);
  for (const [at, node] of best.slice(0, MOST).entries()) {
    if (at % AT_ONCE === 0) yield;
    if (named.has(node)) continue;
    const mark = seen(scene, atlas.x[node], atlas.y[node], radius);
    const forms = NAME.lengths.map((most) => label(pen, cut(graph.short(node), most), NAME));
    put(pen, scene, room, mark, forms);
  }
}

/**
 * The name of the chosen thing: beside it, else beside its disc, with a line that leads there.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {Room} room
 * @param {number} node
 * @param {Round} mark
 * @param {Round} disc
 */
function choose(pen, scene, room, node, mark, disc) {
  const name = scene.page.graph.short(node);
  const forms = CHOSEN.lengths.map((most) => label(pen, cut(name, most), CHOSEN));
  if (put(pen, scene, room, mark, forms)) return;
  const box = room.beside(disc, forms) ?? room.away(disc, forms);
  if (box) lead(pen, scene, box, mark, scene.colours.accent);
}

/** Write a name that stands away from what it names, with a line from one to the other. @param {Pen} pen @param {Scene} scene @param {Box} box @param {Round} round @param {string} colour */
function lead(pen, scene, { label, x, y }, round, colour) {
  const [toX, toY] = [x + label.wide / 2, y < round.y ? y + label.high : y];
  const far = Math.hypot(toX - round.x, toY - round.y) || 1;
  const share = Math.min(round.radius / far, 1);
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(round.x + (toX - round.x) * share, round.y + (toY - round.y) * share);
  pen.lineTo(toX, toY);
  pen.stroke();
  write(pen, scene, label, x, y);
}

/** @param {Scene} scene @param {number} x @param {number} y @param {number} radius @returns {Round} */
function seen({ camera }, x, y, radius) {
  const [left, top] = camera.seen(x, y);
  return { x: left, y: top, radius };
}

/**
 * @param {Pen} pen
 * @param {string} name
 * @param {{size: number, weight: number}} letters
 * @param {number} [room]
 * @param {number} [most]
 * @returns {Label}
 */
function label(pen, name, { size, weight }, room = Infinity, most = 1) {
  const texts = room === Infinity ? [name] : lines(name, room, most, size, `${weight}`);
  pen.font = `${weight} ${size}px ${FONT}`;
  const wide = Math.max(...texts.map((text) => pen.measureText(text).width));
  return { texts, size, weight, wide, high: texts.length * (size + 3) };
}

/** Write the first form that has room beside a circle. @param {Pen} pen @param {Scene} scene @param {Room} room @param {Round} round @param {Label[]} forms */
function put(pen, scene, room, round, forms) {
  const box = room.beside(round, forms);
  if (box) write(pen, scene, box.label, box.x, box.y);
  return box !== null;
}

/** @param {Pen} pen @param {Scene} scene @param {Label} label @param {number} x @param {number} y of its corner */
function write(pen, { colours }, { texts, size, weight, wide }, x, y) {
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.textAlign = "center";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = colours.ground;
  pen.fillStyle = colours.ink;
  for (const [at, text] of texts.entries()) {
    pen.direction = reversed(text) ? "rtl" : "ltr";
    const place = /** @type {const} */ ([x + wide / 2, y + (at + 1) * (size + 3) - 4]);
    pen.strokeText(text, ...place);
    pen.fillText(text, ...place);
  }
}

/** What stands already: circles that no name may cover, and names. */
class Room {
  /** @param {number} width @param {number} height @param {Round[]} rounds @param {number} clear how far a name stays away from circles that it does not name */
  constructor(width, height, rounds, clear) {
    this.clear = clear;
    this.width = width;
    this.height = height;
    this.rounds = rounds;
    /** @type {number[][]} */
    this.taken = [
      [width - CONTROLS.width, height - CONTROLS.height, CONTROLS.width, CONTROLS.height],
    ];
  }

  /** A place beside a circle, or further away from it. @param {Round} round @param {Label[]} forms */
  away(round, forms) {
    for (const far of AWAY) {
      const box = this.beside(round, forms, far);
      if (box) return box;
    }
    return null;
  }

  /** Take a place for the first of some labels that has one beside a circle. @param {Round} round @param {Label[]} forms @param {number} [near] how far from its edge @returns {Box | null} */
  beside(round, forms, near = NEAR) {
    const { x, y, radius } = round;
    for (const one of forms) {
      const { wide, high } = one;
      const [away, out] = [radius + near, radius + near + high / 2];
      const places = [
        [x - wide / 2, y - away - high],
        [x - wide / 2, y + away],
        [x + away, y - high / 2],
        [x - away - wide, y - high / 2],
        ...ASIDE.flatMap(([across, down]) => [
          [x + across * out, y + down * out - high / 2],
          [x - across * out - wide, y + down * out - high / 2],
        ]),
      ];
      const free = places.find(([left, top]) => this.fits(round, left, top, wide, high));
      if (!free) continue;
      this.taken.push([...free, wide, high]);
      return { label: one, x: free[0], y: free[1] };
    }
    return null;
  }

  /** @param {Round} own @param {number} x @param {number} y @param {number} wide @param {number} high */
  fits(own, x, y, wide, high) {
    if (x < 0 || y < 0 || x + wide > this.width || y + high > this.height) return false;
    const crossed = this.taken.some(
      ([a, b, c, d]) => x < a + c && a < x + wide && y < b + d && b < y + high,
    );
    if (crossed) return false;
    return !this.rounds.some((round) => {
      const clear = round.x === own.x && round.y === own.y ? 0 : this.clear;
      return covers(round, clear, x, y, wide, high);
    });
  }
}

/** Whether a box comes nearer to a circle than it should. @param {Round} round @param {number} clear @param {number} x @param {number} y @param {number} wide @param {number} high */
function covers(round, clear, x, y, wide, high) {
  const across = round.x - Math.max(x, Math.min(round.x, x + wide));
  const down = round.y - Math.max(y, Math.min(round.y, y + high));
  const reach = round.radius + clear;
  return across * across + down * down < reach * reach;
}
