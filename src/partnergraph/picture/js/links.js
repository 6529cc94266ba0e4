// @ts-check
/** @import { Page } from "./main.js" */

/**
 * Links within the page lead to its places, wherever the page is shown: in a frame of a notebook
 * or a mail the browser would take `#…` for a place of the page around it, and leave this one.
 * @param {Page} page
 */
export function startLinks(page) {
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const place = link?.getAttribute("href") ?? "";
    if (!place.startsWith("#") || event.button || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    page.follow(place);
  });
}
