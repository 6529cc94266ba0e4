// @ts-check

const NEAREST = 60;
const FARTHEST = 0.02;
const SHEET = 760;
const FLATTEST = 0.5;
const TALLEST = 1.25;

/**
 * A point of the map or of the screen, and a rectangle of either.
 * @typedef {[x: number, y: number]} Point
 * @typedef {{left: number, top: number, right: number, bottom: number}} Bounds
 */

/** What part of the map is seen: the point in the middle, and how many pixels a unit takes. */
export class Camera {
  constructor() {
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.width = 1;
    this.height = 1;
  }

  /** @param {Bounds} bounds */
  fit({ left, top, right, bottom }) {
    this.x = (left + right) / 2;
    this.y = (top + bottom) / 2;
    this.scale =
      0.94 * Math.min(this.width / (right - left || 1), this.height / (bottom - top || 1), NEAREST);
  }

  /** Where a place of the map is on the screen. @param {number} x @param {number} y @returns {Point} */
  seen(x, y) {
    return [
      (x - this.x) * this.scale + this.width / 2,
      (y - this.y) * this.scale + this.height / 2,
    ];
  }

  /**
   * Which place of the map a point of the screen is.
   * @param {number} x
   * @param {number} y
   * @returns {Point}
   */
  place(x, y) {
    return [
      (x - this.width / 2) / this.scale + this.x,
      (y - this.height / 2) / this.scale + this.y,
    ];
  }

  /** The part of the map that is on the screen. @returns {Bounds} */
  rectangle() {
    const [left, top] = this.place(0, 0);
    const [right, bottom] = this.place(this.width, this.height);
    return { left, top, right, bottom };
  }

  /** @param {number} x in pixels @param {number} y in pixels */
  pan(x, y) {
    this.x -= x / this.scale;
    this.y -= y / this.scale;
  }

  /**
   * Come nearer to a point of the screen, which stays where it is.
   * @param {number} factor
   * @param {number} [x]
   * @param {number} [y]
   */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const [placeX, placeY] = this.place(x, y);
    this.scale = Math.min(Math.max(this.scale * factor, FARTHEST), NEAREST);
    this.x = placeX - (x - this.width / 2) / this.scale;
    this.y = placeY - (y - this.height / 2) / this.scale;
  }

  /** A camera for paper: it sees the same part of what there is, without the ground around. @param {Bounds} all */
  sheet(all) {
    const seen = this.rectangle();
    const [left, right] = [Math.max(seen.left, all.left), Math.min(seen.right, all.right)];
    const [top, bottom] = [Math.max(seen.top, all.top), Math.min(seen.bottom, all.bottom)];
    const part = left < right && top < bottom ? { left, top, right, bottom } : seen;
    const steep = (part.bottom - part.top) / (part.right - part.left);
    const height = SHEET * Math.min(Math.max(steep, FLATTEST), TALLEST);
    const sheet = Object.assign(new Camera(), { width: SHEET, height });
    sheet.fit(part);
    return sheet;
  }

  copy() {
    return Object.assign(new Camera(), this);
  }
}
