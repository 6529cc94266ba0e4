// @ts-check

/**
 * The curves of the second step are seen while a thing at one of their ends is pointed at or
 * focused, and the things at the other ends with them.
 * @param {SVGElement} drawing
 */
export function startPointing(drawing) {
  /** @type {(event: Event) => void} */
  const point = (event) => show(drawing, thingOf(event.target));
  /** @type {(event: Event) => void} */
  const leave = (event) => {
    const next = event instanceof MouseEvent ? event.relatedTarget : null;
    show(drawing, thingOf(next) ?? thingOf(document.activeElement));
  };
  drawing.addEventListener("pointerover", point);
  drawing.addEventListener("focusin", point);
  drawing.addEventListener("pointerout", leave);
  drawing.addEventListener("focusout", () => show(drawing, null));
}

/** @param {EventTarget | null} target @returns {SVGElement | null} */
function thingOf(target) {
  return target instanceof Element ? target.closest(".drawing .thing[data-node]") : null;
}

/** @param {SVGElement} drawing @param {SVGElement | null} thing */
function show(drawing, thing) {
  const node = thing?.dataset.node;
  /** @type {Set<string | undefined>} */
  const kin = new Set(node === undefined ? [] : [node]);
  for (const curve of drawing.querySelectorAll(".curve.far")) {
    const { source, target } = /** @type {SVGElement} */ (curve).dataset;
    const own = node !== undefined && (source === node || target === node);
    curve.classList.toggle("lit", own);
    if (own) kin.add(source).add(target);
  }
  for (const other of drawing.querySelectorAll(".thing[data-node]"))
    other.classList.toggle("kin", kin.has(/** @type {SVGElement} */ (other).dataset.node));
  drawing.classList.toggle("pointing", kin.size > 1);
}
