// @ts-check
/** @import { Page } from "./main.js" */
import { byId } from "./dom.js";

/**
 * A drawing is made anew for the sheet: as wide as paper, whatever the window is, and by day.
 * @param {Page} page
 */
export function startPrinting(page) {
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => lay(page));
  window.addEventListener("afterprint", clear);
}

/** @param {Page} page */
function lay(page) {
  clear();
  const drawing = page.panel().querySelector(".drawing, .map");
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  const sheet = drawing && page.view().sheet?.(page);
  dataset.theme = theme;
  sheet?.classList.add("sheet");
  if (sheet) drawing.after(sheet);
}

function clear() {
  document.querySelector(".sheet")?.remove();
}
