// @ts-check
/** @import { Page } from "./main.js" */
import { byId, penOf, say, svg } from "./dom.js";
import { copied, painted } from "./painting.js";
import { lines, reversed } from "./text.js";

const HEAD = 44;
const LINE = 20;
const SIDE = 16;
const LEAST = 448;
const SHARP = 2;
const MOST_PIXELS = 100_000_000;
const MOST_SIDE = 32_767;
const NO_XML = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/** What the buttons at the top do: save the view, change day and night. @param {Page} page */
export function startSaving(page) {
  byId("save-svg").addEventListener("click", () => saveSvg(page));
  byId("save-png").addEventListener("click", () => savePng(page));
  startTheme(page);
}

/** @param {Page} page */
async function saveSvg(page) {
  const { text } = await drawn(page);
  give(new Blob([text], { type: "image/svg+xml" }), "svg");
}

/** @param {Page} page */
async function savePng(page) {
  const { text, width, height } = await drawn(page);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const area = Math.sqrt(MOST_PIXELS / (width * height));
  const scale = Math.min(SHARP, area, MOST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  penOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((blob) => give(blob, "png"), "image/png");
}

/** The view as the text of an SVG file, under the page's title. @param {Page} page */
async function drawn(page) {
  const shown = await page.view().drawing(page.panel());
  const inside =
    shown instanceof HTMLElement ? painted(shown) : shown.isConnected ? copied(shown) : shown;
  const [width, height] = ["width", "height"].map((name) =>
    Math.ceil(Number(inside.getAttribute(name))),
  );
  const unsaid = page.notes().filter(({ legend }) => legend || shown !== page.panel());
  const texts = [document.title, ...unsaid.map(({ text }) => text)];
  const room = Math.max(width, LEAST);
  const above = title(texts, room);
  const head = HEAD + (above.length - 1) * LINE;
  const whole = { width: room + SIDE * 2, height: height + head + SIDE };
  inside.setAttribute("x", String(SIDE));
  inside.setAttribute("y", String(head));
  const drawing = svg(
    "svg",
    { ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` },
    svg("title", {}, document.title),
    svg("rect", {
      ...whole,
      fill: window.getComputedStyle(document.documentElement).backgroundColor,
    }),
    ...above,
    inside,
  );
  return {
    text: new XMLSerializer().serializeToString(drawing).replace(NO_XML, "\ufffd"),
    ...whole,
  };
}

/** What stands above a saved view, line by line. @param {string[]} texts @param {number} room */
function title([first, ...others], room) {
  const { fontFamily, color } = window.getComputedStyle(document.body);
  const below = others.flatMap((text) => lines(text, room, 3, 13));
  return [...lines(first, room, 1, 16, "600"), ...below].map((line, at) => {
    const letters = at ? { "font-size": 13 } : { "font-size": 16, "font-weight": 600 };
    const way = reversed(line) ? { direction: "rtl", "text-anchor": "end" } : {};
    const place = { x: SIDE, y: 28 + at * LINE };
    return svg(
      "text",
      { ...place, "font-family": fontFamily, fill: color, ...letters, ...way },
      line,
    );
  });
}

/** Hand a file to the reader. @param {Blob | null} blob @param {string} ending */
function give(blob, ending) {
  if (!blob) return say(`too large for a ${ending.toUpperCase()}; save it as SVG`);
  const name = document.title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name || "picture"}.${ending}`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  say(`saved ${link.download}`);
}

/** Day and night: as the reader's system has it, until the button says otherwise. @param {Page} page */
function startTheme(page) {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const button = byId("theme");
  /** @type {(dark: boolean) => void} */
  const set = (dark) => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.setAttribute("aria-pressed", String(dark));
  };
  /** @type {(dark: boolean) => void} */
  const change = (dark) => {
    set(dark);
    page.draw();
  };
  set(system.matches);
  system.addEventListener("change", () => change(system.matches));
  button.addEventListener("click", () => change(button.getAttribute("aria-pressed") !== "true"));
}
