// @ts-check
/** @import { Atlas } from "./atlas.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Label } from "./graph.js" */
/** @import { Page } from "./main.js" */
/** @import { SvgPen } from "./svgpen.js" */
import { labels } from "./labels.js";
import { trace } from "./marks.js";

const AT_ONCE = 400;
const SMALL = 2.2;
const LARGEST = 10;
const ALL_LINKS = 4_000;
const MANY = 150;

/**
 * What is drawn: the map, as a camera sees it, in colours of which `marks` are those of the labels.
 * @typedef {{
 *   ground: string, soft: string, rule: string, line: string, ink: string, accent: string,
 *   marks: string[],
 * }} Colours
 * @typedef {{page: Page, atlas: Atlas, camera: Camera, colours: Colours}} Scene
 * @typedef {CanvasRenderingContext2D | SvgPen} Pen
 */

/**
 * Draw what a camera sees of the map with a pen that is a canvas' or has its methods. It stops
 * now and then, so that a large map is drawn between frames.
 * @param {Pen} pen
 * @param {Scene} scene
 */
export function* sketch(pen, scene) {
  const { atlas, camera, colours } = scene;
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, camera.width, camera.height);
  const { filters } = scene.page;
  const nodes = atlas.within(camera.rectangle()).filter((node) => filters.shows(node));
  yield* discs(pen, scene);
  yield* links(pen, scene, nodes);
  chosenLinks(pen, scene);
  yield* marks(pen, scene, nodes);
  chosenMark(pen, scene);
  yield* labels(pen, scene, nodes, radiusOf(camera));
}

/** @param {Pen} pen @param {Scene} scene */
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

/**
 * All links of a small map or of what a near camera sees; else how much communities have in common.
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {number[]} nodes
 */
function* links(pen, scene, nodes) {
  const { atlas, page, colours } = scene;
  const { graph, filters } = page;
  const all = atlas.strong.length <= ALL_LINKS;
  pen.strokeStyle = colours.line;
  if (!all && radiusOf(scene.camera) < 4) {
    yield* bundles(pen, scene);
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
          join(pen, scene, link);
      }
      pen.stroke();
      yield;
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Scene} scene */
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

/** @param {Pen} pen @param {Scene} scene @param {number} link */
function join(pen, { atlas, camera, page: { graph } }, link) {
  const [from, to] = [graph.sources[link], graph.targets[link]];
  pen.moveTo(...camera.seen(atlas.x[from], atlas.y[from]));
  pen.lineTo(...camera.seen(atlas.x[to], atlas.y[to]));
}

/** @param {Pen} pen @param {Scene} scene */
function chosenLinks(pen, scene) {
  const { page, colours } = scene;
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
      if (Boolean(graph.inferred[link]) === dashed && filters.follows(link)) join(pen, scene, link);
    }
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** How large marks are. @param {Camera} camera */
function radiusOf(camera) {
  return Math.min(camera.scale * 0.52, LARGEST);
}

/** @param {Pen} pen @param {Scene} scene @param {number[]} nodes */
function* marks(pen, scene, nodes) {
  const { page, colours } = scene;
  const { graph } = page;
  /** @type {number[][]} */
  const byLabel = graph.labels.map(() => []);
  for (const node of nodes) byLabel[graph.label[node]].push(node);
  for (const [label, own] of byLabel.entries()) {
    for (let at = 0; at < own.length; at += AT_ONCE) {
      pen.beginPath();
      for (const node of own.slice(at, at + AT_ONCE))
        dot(pen, scene, node, graph.labels[label].shape);
      ink(pen, scene, graph.labels[label], colours.marks[label]);
      yield;
    }
  }
}

/** @param {Pen} pen @param {Scene} scene @param {number} node @param {string} shape */
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

/** @param {Pen} pen @param {Scene} scene @param {Label} label @param {string} colour */
function ink(pen, { camera, colours }, label, colour) {
  const hollow = label.hollow && radiusOf(camera) > SMALL;
  pen.fillStyle = hollow ? colours.ground : colour;
  pen.fill();
  if (!hollow) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
}

/** @param {Pen} pen @param {Scene} scene */
function chosenMark(pen, scene) {
  const { page, atlas, camera, colours } = scene;
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
