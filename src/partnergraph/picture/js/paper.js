// @ts-check
/** @import { Page } from "./main.js" */
import { byId } from "./dom.js";

/**
 * A drawing is made anew for sheets: as wide as paper, whatever the window is, and by day.
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
  const sheets = (drawing && page.view().sheets?.(page)) ?? [];
  dataset.theme = theme;
  for (const sheet of sheets) sheet.classList.add("sheet");
  drawing?.after(...sheets);
}

function clear() {
  for (const sheet of document.querySelectorAll(".sheet")) sheet.remove();
}
