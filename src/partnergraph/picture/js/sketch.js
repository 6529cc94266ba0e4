// @ts-check

import { cut } from "./dom.js";
import { trace } from "./marks.js";

const AT_ONCE = 400;
const SMALL = 2.2;
const LARGEST = 10;
const ALL_LINKS = 4_000;
const MANY = 150;
const LABELLED = 5;
const MOST_LABELS = 160;
const FONT = "system-ui, 'Noto Sans', 'Segoe UI', sans-serif";

/**
 * Draw what a camera sees of the map with a pen that is a canvas' or has its methods. It stops
 * now and then, so that a large map is drawn between frames.
 * @param {any} pen
 * @param {any} view `page`, `atlas`, `camera`, `width`, `height`, `colours`
 */
export function* sketch(pen, view) {
  const { atlas, camera, width, height, colours } = view;
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, width, height);
  const seen = camera.rectangle(width, height);
  const { filters } = view.page;
  const nodes = atlas.within(seen).filter((node) => filters.shows(node));
  yield* discs(pen, view);
  yield* links(pen, view, nodes);
  chosenLinks(pen, view);
  yield* marks(pen, view, nodes);
  chosenMark(pen, view);
  yield* labels(pen, view, nodes);
}

function* discs(pen, { atlas, camera, colours }) {
  pen.fillStyle = colours.soft;
  pen.strokeStyle = colours.rule;
  pen.lineWidth = 1;
  for (const disc of atlas.discs) {
    const [x, y] = camera.seen(disc.x, disc.y);
    pen.beginPath();
    pen.arc(x, y, disc.radius * camera.scale, 0, Math.PI * 2);
    pen.fill();
    pen.stroke();
  }
  yield;
}

/** All links of a small map or of what a near camera sees; else how much communities have in common. */
function* links(pen, view, nodes) {
  const { atlas, page, colours } = view;
  const { graph, filters } = page;
  const all = atlas.strong.length <= ALL_LINKS;
  pen.strokeStyle = colours.line;
  if (!all && radiusOf(view.camera) < 4) {
    yield* bundles(pen, view);
    return;
  }
  pen.globalAlpha = all ? 0.3 : 0.2;
  pen.lineWidth = 0.8;
  const list = all
    ? atlas.strong
    : nodes.flatMap((node) => [...graph.of(node)].filter((link) => !graph.weak(link)));
  for (const dashed of [false, true]) {
    pen.setLineDash(dashed ? [5, 4] : []);
    for (let at = 0; at < list.length; at += AT_ONCE) {
      pen.beginPath();
      for (const link of list.slice(at, at + AT_ONCE)) {
        if (Boolean(graph.inferred[link]) === dashed && filters.follows(link))
          join(pen, view, link);
      }
      pen.stroke();
      yield;
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function* bundles(pen, { atlas, camera }) {
  const most = Math.max(1, ...[...atlas.bundles.values()].map(({ count }) => count));
  for (const { one, other, count } of atlas.bundles.values()) {
    const [from, to] = [atlas.discs[one], atlas.discs[other]];
    pen.globalAlpha = 0.08 + 0.5 * Math.sqrt(count / most);
    pen.lineWidth = 0.5 + 6 * Math.sqrt(count / most);
    pen.beginPath();
    pen.moveTo(...camera.seen(from.x, from.y));
    pen.lineTo(...camera.seen(to.x, to.y));
    pen.stroke();
  }
  pen.globalAlpha = 1;
  yield;
}

function join(pen, { atlas, camera, page: { graph } }, link) {
  const [from, to] = [graph.sources[link], graph.targets[link]];
  pen.moveTo(...camera.seen(atlas.x[from], atlas.y[from]));
  pen.lineTo(...camera.seen(atlas.x[to], atlas.y[to]));
}

function chosenLinks(pen, view) {
  const { page, colours } = view;
  const { graph, filters, place } = page;
  if (place.node == null) return;
  const many = graph.of(place.node).length / MANY;
  pen.strokeStyle = colours.accent;
  pen.lineWidth = many > 1 ? 0.7 : 1.4;
  pen.globalAlpha = Math.max(0.85 / Math.max(many, 1), 0.06);
  for (const dashed of [false, true]) {
    pen.setLineDash(dashed ? [5, 4] : []);
    pen.beginPath();
    for (const link of graph.of(place.node)) {
      if (Boolean(graph.inferred[link]) === dashed && filters.follows(link)) join(pen, view, link);
    }
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** @param {{scale: number}} camera */
function radiusOf(camera) {
  return Math.min(camera.scale * 0.52, LARGEST);
}

function* marks(pen, view, nodes) {
  const { page, colours } = view;
  const { graph } = page;
  const byLabel = graph.labels.map(() => []);
  for (const node of nodes) byLabel[graph.label[node]].push(node);
  for (const [label, own] of byLabel.entries()) {
    for (let at = 0; at < own.length; at += AT_ONCE) {
      pen.beginPath();
      for (const node of own.slice(at, at + AT_ONCE))
        dot(pen, view, node, graph.labels[label].shape);
      ink(pen, view, graph.labels[label], colours.marks[label]);
      yield;
    }
  }
}

function dot(pen, { atlas, camera }, node, shape) {
  const [x, y] = camera.seen(atlas.x[node], atlas.y[node]);
  const radius = radiusOf(camera);
  if (radius > SMALL) trace(pen, shape, x, y, radius);
  else
    pen.rect(
      x - Math.max(radius, 0.6),
      y - Math.max(radius, 0.6),
      Math.max(radius * 2, 1.2),
      Math.max(radius * 2, 1.2),
    );
}

function ink(pen, { camera, colours }, label, colour) {
  const hollow = label.hollow && radiusOf(camera) > SMALL;
  pen.fillStyle = hollow ? colours.ground : colour;
  pen.fill();
  if (!hollow) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
}

function chosenMark(pen, view) {
  const { page, atlas, camera, colours } = view;
  const { node } = page.place;
  if (node == null || !page.filters.shows(node)) return;
  const label = page.graph.label[node];
  const [x, y] = camera.seen(atlas.x[node], atlas.y[node]);
  const radius = Math.max(radiusOf(camera), 5);
  pen.beginPath();
  pen.arc(x, y, radius + 6, 0, Math.PI * 2);
  pen.fillStyle = colours.ground;
  pen.fill();
  pen.strokeStyle = colours.accent;
  pen.lineWidth = 3;
  pen.stroke();
  pen.beginPath();
  trace(pen, page.graph.labels[label].shape, x, y, radius);
  pen.fillStyle = colours.marks[label];
  pen.fill();
}

/** Names where there is room: the chosen thing, then communities, then what has the most links. */
function* labels(pen, view, nodes) {
  const { page, atlas, camera, width, height } = view;
  const room = new Room(width, height);
  const named = new Set();
  const put = (node, size, weight, above, longest) => {
    if (named.has(node)) return;
    named.add(node);
    const [x, y] = camera.seen(atlas.x[node], atlas.y[node]);
    letter(pen, view, room, {
      text: cut(page.graph.short(node), longest),
      x,
      y: y + above,
      size,
      weight,
    });
  };
  const radius = radiusOf(camera);
  if (page.place.node != null && page.filters.shows(page.place.node))
    put(page.place.node, 13, 700, -radius - 12, 48);
  for (const disc of atlas.discs) {
    if (disc.radius * camera.scale > 34 && page.filters.shows(disc.members[0]))
      put(disc.members[0], 13, 600, -radius - 6, 26);
  }
  yield;
  if (radius < LABELLED) return;
  const { graph } = page;
  const best = [...nodes].sort((a, b) => graph.of(b).length - graph.of(a).length || a - b);
  for (const node of best.slice(0, MOST_LABELS)) put(node, 11, 400, radius + 11, 22);
  yield;
}

function letter(pen, { colours }, room, { text, x, y, size, weight }) {
  pen.font = `${weight} ${size}px ${FONT}`;
  const wide = pen.measureText(text).width;
  if (!room.take(x - wide / 2, y - size, wide, size + 3)) return;
  pen.textAlign = "center";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = colours.ground;
  pen.strokeText(text, x, y);
  pen.fillStyle = colours.ink;
  pen.fillText(text, x, y);
}

/** Where words stand already. */
class Room {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    /** @type {number[][]} */
    this.taken = [];
  }

  take(x, y, wide, high) {
    if (x < 0 || y < 0 || x + wide > this.width || y + high > this.height) return false;
    const clash = this.taken.some(
      ([a, b, c, d]) => x < a + c && a < x + wide && y < b + d && b < y + high,
    );
    if (!clash) this.taken.push([x, y, wide, high]);
    return !clash;
  }
}
