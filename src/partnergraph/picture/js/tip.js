// @ts-check
import { cut, el } from "./dom.js";

const WAIT = 200;
const AWAY = 6;
const LONGEST = 800;

/**
 * What shows a name whole where the room has cut it: a box beside whatever has `data-whole`, while
 * that is pointed at or focused. Escape closes it. Who listens hears the whole name anyway.
 */
export function startTips() {
  const tip = el("div", { class: "tip-box", "aria-hidden": "true", hidden: true });
  document.body.append(tip);
  let waiting = 0;
  const hide = () => {
    window.clearTimeout(waiting);
    tip.hidden = true;
  };
  /** @type {(event: Event, wait: number) => void} */
  const offer = (event, wait) => {
    const found = /** @type {Element} */ (event.target).closest("[data-whole]");
    hide();
    if (found) waiting = window.setTimeout(() => show(tip, found), wait);
  };
  document.addEventListener("pointerover", (event) => offer(event, WAIT));
  document.addEventListener("focusin", (event) => offer(event, 0));
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", hide, { capture: true, passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", hide);
}

/** Beside an element, within the window: below it where there is room. @param {HTMLElement} tip @param {Element} found */
function show(tip, found) {
  if (!found.isConnected) return;
  tip.textContent = cut(found.getAttribute("data-whole") ?? "", LONGEST);
  tip.hidden = false;
  const { left, top, bottom } = found.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const below = bottom + AWAY + height <= window.innerHeight;
  tip.style.left = `${Math.max(AWAY, Math.min(left, window.innerWidth - width - AWAY))}px`;
  tip.style.top = `${below ? bottom + AWAY : Math.max(AWAY, top - height - AWAY)}px`;
}
