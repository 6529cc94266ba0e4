// @ts-check
/** @import { Point } from "./camera.js" */
/** @import { Graph } from "./graph.js" */
/** @import { Page, View } from "./main.js" */
/** @import { Colours, Scene } from "./sketch.js" */
import { Atlas } from "./atlas.js";
import { Camera } from "./camera.js";
import { counted, cut, el, penOf, refill, words } from "./dom.js";
import { showThing } from "./evidence.js";
import { sketch } from "./sketch.js";
import { SvgPen } from "./svgpen.js";

const SLICE = 9;
const REST = 110;
const STEP = 60;
const CLOSER = 1.35;
const REACH = 14;
const STILL = 5;
/** @type {Screen | null} */
let screen = null;

/** @type {View} */
export const map = {
  id: "map",
  filtered: () => true,
  draw(panel, page) {
    screen ??= new Screen(page);
    if (!panel.contains(screen.holder)) refill(panel, heading(page), screen.holder);
    screen.show();
    if (page.place.node != null) showThing(page, page.place.node);
  },
  drawing: (panel) => screen?.asSvg() ?? panel,
  sheets: () => (screen ? [screen.sheet()] : []),
};

/** @param {Page} page */
function heading(page) {
  const { graph } = page;
  return el(
    "div",
    { class: "bar" },
    el("h2", {}, "The whole graph"),
    el(
      "span",
      { class: "note" },
      `${counted(graph.size, "thing")} in communities: each disc holds what is linked most with each other. `,
    ),
    el("a", { href: page.at({ view: "table", node: page.place.node, to: null }) }, "As a table"),
  );
}

/** The canvas: a picture that moves at once with the reader's hand, and is drawn anew when it rests. */
class Screen {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.atlas = new Atlas(page.graph);
    this.camera = new Camera();
    this.canvas = el("canvas", {
      tabindex: "0",
      role: "application",
      "aria-label":
        "Map of the whole graph. Arrows move it, plus and minus zoom, 0 shows all, Enter picks the thing in the middle; the Table view lists the same things.",
    });
    this.told = el("p", { class: "told", hidden: true });
    this.holder = el("div", { class: "map" }, this.canvas, this.told, this.buttons());
    this.finished = { picture: document.createElement("canvas"), camera: this.camera.copy() };
    /** @type {{picture: HTMLCanvasElement, camera: Camera, drawing: ReturnType<typeof sketch>} | null} */
    this.started = null;
    this.colours = colours(page.graph);
    /** @type {number | undefined} the thing that is chosen */
    this.node = undefined;
    /** @type {number | undefined} the frame that is asked for */
    this.asked = undefined;
    this.waiting = 0;
    this.fitted = false;
    this.listen();
  }

  buttons() {
    /** @type {(name: string, label: string, action: () => void) => HTMLElement} */
    const button = (name, label, action) =>
      el("button", { type: "button", "aria-label": label, click: action }, name);
    return el(
      "div",
      { class: "over", role: "group", "aria-label": "Zoom" },
      button("+", "Zoom in", () => this.change(() => this.camera.zoom(CLOSER))),
      button("−", "Zoom out", () => this.change(() => this.camera.zoom(1 / CLOSER))),
      button("All", "Show all", () => this.change(() => this.camera.fit(this.atlas.bounds()))),
    );
  }

  /** Take the size there is, the colours of the day, the thing that is chosen. */
  show() {
    const { clientWidth: width, clientHeight: height } = this.holder;
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.canvas, {
      width: Math.round(width * ratio),
      height: Math.round(height * ratio),
    });
    Object.assign(this.camera, { width, height });
    this.colours = colours(this.page.graph);
    if (!this.fitted) this.camera.fit(this.atlas.bounds());
    else this.bringInto(this.page.place.node);
    this.fitted = true;
    this.redraw();
  }

  /** Move to a thing that is newly chosen and out of sight. @param {number | null} node */
  bringInto(node) {
    if (node === this.node || node == null) return;
    this.node = node;
    const [x, y] = this.camera.seen(this.atlas.x[node], this.atlas.y[node]);
    if (x > 20 && y > 20 && x < this.camera.width - 20 && y < this.camera.height - 20) return;
    Object.assign(this.camera, { x: this.atlas.x[node], y: this.atlas.y[node] });
  }

  /** @param {Camera} camera @returns {Scene} */
  scene(camera) {
    const { page, atlas, colours } = this;
    return { page, atlas, camera, colours };
  }

  /** What is seen, for paper. */
  sheet() {
    return this.asSvg(this.camera.sheet(this.atlas.bounds()), colours(this.page.graph));
  }

  asSvg(camera = this.camera, inks = this.colours) {
    const pen = new SvgPen(camera.width, camera.height);
    const drawing = sketch(pen, { ...this.scene(camera), colours: inks });
    while (!drawing.next().done);
    return pen.drawing;
  }

  /** Draw anew, a slice a frame, behind what is seen. */
  redraw() {
    const camera = this.camera.copy();
    const picture = document.createElement("canvas");
    Object.assign(picture, { width: this.canvas.width, height: this.canvas.height });
    const pen = penOf(picture);
    const ratio = picture.width / camera.width;
    pen.scale(ratio, ratio);
    this.started = { picture, camera, drawing: sketch(pen, this.scene(camera)) };
    this.ask();
  }

  ask() {
    this.asked ??= window.requestAnimationFrame(() => {
      this.asked = undefined;
      this.frame();
    });
  }

  frame() {
    this.slice();
    const { picture, camera } = this.finished;
    const pen = penOf(this.canvas);
    const ratio = this.canvas.width / this.camera.width;
    const zoom = this.camera.scale / camera.scale;
    const [x, y] = this.camera.seen(...camera.place(0, 0));
    pen.fillStyle = this.colours.ground;
    pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
    if (picture.width)
      pen.drawImage(picture, x * ratio, y * ratio, picture.width * zoom, picture.height * zoom);
    if (this.started) this.ask();
    this.canvas.dataset.drawn = this.started ? "" : "yes";
  }

  /** Go on with the picture that is being drawn; it takes the place of the old one when it is whole. */
  slice() {
    if (!this.started) return;
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      if (this.started.drawing.next().done) {
        this.finished = this.started;
        this.started = null;
        return;
      }
    }
  }

  /** Move the camera, show it at once, and draw anew when it rests. @param {() => void} move */
  change(move) {
    move();
    this.started = null;
    this.ask();
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.redraw(), REST);
  }

  listen() {
    const { canvas } = this;
    /** @type {Map<number, Point>} where each finger is */
    const held = new Map();
    /** @type {(event: MouseEvent) => Point} */
    const point = (event) => [event.offsetX, event.offsetY];
    let travelled = 0;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      held.set(event.pointerId, point(event));
      travelled = held.size > 1 ? Infinity : 0;
      canvas.classList.add("moving");
    });
    canvas.addEventListener("pointermove", (event) => {
      const [from, to] = [held.get(event.pointerId), point(event)];
      if (!from) return this.hover(...to);
      held.set(event.pointerId, to);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      travelled += this.drag(from, to, other);
    });
    /** @type {(event: PointerEvent) => void} */
    const release = (event) => {
      if (held.delete(event.pointerId) && travelled < STILL && event.type === "pointerup")
        this.pick(...point(event));
      canvas.classList.toggle("moving", held.size > 0);
    };
    canvas.addEventListener("pointerup", release);
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("pointerleave", () => this.tell(null));
    canvas.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        this.change(() => this.camera.zoom(Math.exp(-event.deltaY * 0.0015), ...point(event)));
      },
      { passive: false },
    );
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("dblclick", () =>
      this.page.go({ view: "focus", node: this.page.place.node, to: null }),
    );
  }

  /**
   * One finger moves, two zoom.
   * @param {Point} from
   * @param {Point} to
   * @param {Point} [other] where the other finger is
   * @returns {number} how far it went
   */
  drag([oldX, oldY], [x, y], other) {
    this.change(() => {
      this.camera.pan(other ? (x - oldX) / 2 : x - oldX, other ? (y - oldY) / 2 : y - oldY);
      if (!other) return;
      const before = Math.hypot(oldX - other[0], oldY - other[1]) || 1;
      this.camera.zoom(
        Math.hypot(x - other[0], y - other[1]) / before,
        (x + other[0]) / 2,
        (y + other[1]) / 2,
      );
    });
    return Math.hypot(x - oldX, y - oldY);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { camera } = this;
    /** @type {{[key: string]: () => void}} */
    const moves = {
      ArrowLeft: () => camera.pan(STEP, 0),
      ArrowRight: () => camera.pan(-STEP, 0),
      ArrowUp: () => camera.pan(0, STEP),
      ArrowDown: () => camera.pan(0, -STEP),
      "+": () => camera.zoom(CLOSER),
      "=": () => camera.zoom(CLOSER),
      "-": () => camera.zoom(1 / CLOSER),
      0: () => camera.fit(this.atlas.bounds()),
    };
    if (event.key === "Enter") this.pick(camera.width / 2, camera.height / 2, Infinity);
    else if (moves[event.key]) this.change(moves[event.key]);
    else return;
    event.preventDefault();
  }

  /** The thing at a point of the screen. @param {number} x @param {number} y @param {number} reach */
  at(x, y, reach) {
    const { camera, atlas, page } = this;
    const most = Math.min(reach, Math.max(camera.width, camera.height));
    return atlas.nearest(...camera.place(x, y), most / camera.scale, (node) =>
      page.filters.shows(node),
    );
  }

  /** @param {number} x @param {number} y @param {number} [reach] */
  pick(x, y, reach = REACH) {
    const node = this.at(x, y, reach);
    if (node == null) return;
    this.node = node;
    this.page.go({ view: "map", node, to: null });
  }

  /** @param {number} x @param {number} y */
  hover(x, y) {
    this.tell(this.at(x, y, REACH));
  }

  /** @param {number | null} node */
  tell(node) {
    const { graph } = this.page;
    this.told.hidden = node == null;
    if (node == null) return;
    const label = graph.labels[graph.label[node]].name;
    this.told.replaceChildren(
      words(cut(graph.names[node], 160)),
      ` (${label}, ${counted(graph.of(node).length, "statement")})`,
    );
  }
}

/** The colours of the page as they are now, for a canvas. @param {Graph} graph @returns {Colours} */
function colours(graph) {
  const style = window.getComputedStyle(document.documentElement);
  /** @type {(name: string) => string} */
  const named = (name) => style.getPropertyValue(`--${name}`).trim();
  const night = document.documentElement.dataset.theme === "dark";
  return {
    ground: named("ground"),
    soft: named("soft"),
    rule: named("rule"),
    line: named("line"),
    ink: named("ink"),
    accent: named("accent"),
    marks: graph.labels.map(({ light, dark }) => (night ? dark : light)),
  };
}
