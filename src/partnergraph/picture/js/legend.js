// @ts-check
/** @import { Page } from "./main.js" */
import { byId, cut, el, grouped, words } from "./dom.js";
import { inlineMark } from "./marks.js";

const NAME = 70;

/**
 * A box of the filters: what it says, how much it is of, and its switch, which is on at first
 * unless `first` is false.
 * @typedef {{
 *   caption: (Node | string)[], name: string, count: number,
 *   first?: boolean, on: () => boolean, set: (on: boolean) => void,
 * }} Choice
 */

/**
 * The legend, which is the filter: folded, in the order of use, a box for each kind that the graph
 * has, and beside it a button that leaves it alone.
 * @param {Page} page
 */
export function startLegend(page) {
  const legend = /** @type {HTMLDetailsElement} */ (byId("legend"));
  const fold = new Legend(page, legend);
  legend.addEventListener("toggle", () => fold.toggled());
}

class Legend {
  /** @param {Page} page @param {HTMLDetailsElement} holder */
  constructor(page, holder) {
    this.page = page;
    this.holder = holder;
    this.off = byId("filters-off");
    this.filled = false;
    /** @type {(() => void)[]} what brings each box in line with its switch */
    this.boxes = [];
    /** @type {Set<number>} documents that are left out */
    this.silent = new Set();
    this.apply = () => {};
    byId("filters-reset").addEventListener("click", () => {
      page.filters.reset();
      this.silent.clear();
      this.changed();
      holder.querySelector("summary")?.focus();
    });
  }

  /** The page makes room for the filters when they are opened. */
  toggled() {
    byId("body").classList.toggle("filtering", this.holder.open);
    if (!this.filled) this.fill();
    this.filled = true;
    this.page.draw();
  }

  fill() {
    const { graph } = this.page;
    const inferred = graph.inferred.reduce((sum, flag) => sum + flag, 0);
    const things = this.things();
    this.holder.append(
      this.group(
        "Who",
        things.filter(({ acts }) => acts),
        true,
      ),
      this.group(
        "What",
        things.filter(({ acts }) => !acts),
        true,
      ),
    );
    const documents = el("div", {});
    this.holder.append(documents, this.links());
    if (inferred) this.holder.append(this.group("What no text states", [this.inferred(inferred)]));
    this.documents(documents);
  }

  things() {
    const { graph, filters } = this.page;
    const counts = tally(graph.label, graph.labels.length);
    return graph.labels
      .map((label, at) => ({
        caption: [inlineMark(label), label.many],
        name: label.many,
        acts: label.acts,
        count: counts[at],
        on: () => filters.labels[at] === 1,
        set: (/** @type {boolean} */ on) => {
          filters.labels[at] = on ? 1 : 0;
        },
      }))
      .filter(({ count }) => count);
  }

  links() {
    const { graph, filters, data } = this.page;
    const counts = tally(graph.type, graph.types.length);
    const places = new Map(graph.types.map(({ name }, at) => [name, at]));
    /** @type {(type: string) => Choice[]} */
    const choice = (type) => {
      const at = places.get(type) ?? -1;
      if (!counts[at]) return [];
      const { phrase, kind } = graph.types[at];
      return [
        {
          caption: [phrase],
          name: phrase,
          count: counts[at],
          first: kind !== "weak",
          on: () => filters.types[at] === 1,
          set: (on) => {
            filters.types[at] = on ? 1 : 0;
          },
        },
      ];
    };
    const groups = Object.entries(data.groups)
      .map(([name, types]) => ({ name, choices: types.flatMap(choice) }))
      .filter(({ choices }) => choices.length);
    const all = groups.flatMap(({ choices }) => choices);
    return el(
      "details",
      {},
      el("summary", {}, `How they are linked (${all.length} ways)`),
      ...groups.map(({ name, choices }) => this.fieldset(name, choices, all)),
    );
  }

  /** The documents of the page, with how many links each says. @param {HTMLElement} holder */
  async documents(holder) {
    const { graph, filters } = this.page;
    const said = await this.page.words();
    const found = said.perDocument(graph);
    if (found.length < 2) return;
    const choices = found.map(({ node, count }) => ({
      caption: [words(cut(said.file(graph, node), NAME))],
      name: cut(said.file(graph, node), NAME),
      count,
      on: () => !this.silent.has(node),
      set: (/** @type {boolean} */ on) => {
        if (on) this.silent.delete(node);
        else this.silent.add(node);
      },
    }));
    this.apply = () => filters.silence(said, new Set(this.silent));
    holder.append(this.group("Documents", choices, found.length <= 12));
  }

  /** @param {number} count @returns {Choice} */
  inferred(count) {
    const { filters } = this.page;
    const set = (/** @type {boolean} */ on) => {
      filters.inferred = on;
    };
    const name = "Inferred statements";
    return { caption: [name], name, count, on: () => filters.inferred, set };
  }

  /** @param {string} name @param {Choice[]} choices @param {boolean} [open] */
  group(name, choices, open = true) {
    return open
      ? this.fieldset(name, choices, choices)
      : el(
          "details",
          {},
          el("summary", {}, `${name} (${grouped(choices.length)})`),
          this.fieldset(name, choices, choices),
        );
  }

  /** @param {string} name @param {Choice[]} choices @param {Choice[]} all among which one is left alone */
  fieldset(name, choices, all) {
    return el(
      "fieldset",
      {},
      el("legend", {}, name),
      ...choices.map((choice) => this.row(choice, all)),
    );
  }

  /** @param {Choice} choice @param {Choice[]} all */
  row(choice, all) {
    /** @type {HTMLInputElement} */
    const box = el("input", {
      type: "checkbox",
      change: () => {
        choice.set(box.checked);
        this.changed();
      },
    });
    const number = el("span", { class: "count" }, `\u00a0(${grouped(choice.count)})`);
    const only = el("button", {
      type: "button",
      class: "only",
      click: () => this.alone(choice, all),
    });
    const sync = () => {
      box.checked = choice.on();
      const alone = box.checked && all.every((other) => other === choice || !other.on());
      only.textContent = alone ? "all" : "only";
      only.setAttribute(
        "aria-label",
        alone ? `all, not ${choice.name} alone` : `only ${choice.name}`,
      );
    };
    this.boxes.push(sync);
    sync();
    const caption = el("label", {}, box, el("span", {}, ...choice.caption, number));
    return el("div", { class: "choice" }, caption, all.length > 1 ? only : null);
  }

  /** Leave one alone; once it is, all are shown again. @param {Choice} choice @param {Choice[]} all */
  alone(choice, all) {
    const back = choice.on() && all.every((other) => other === choice || !other.on());
    for (const other of all) other.set(back ? other.first !== false : other === choice);
    this.changed();
  }

  changed() {
    this.apply();
    for (const sync of this.boxes) sync();
    const off = this.page.filters.count();
    this.off.textContent = off ? ` (${grouped(off)} off)` : "";
    byId("filters-reset").hidden = !off;
    this.page.draw();
  }
}

/** @param {Uint8Array} column @param {number} size @returns {number[]} */
function tally(column, size) {
  const counts = Array.from({ length: size }, () => 0);
  for (const value of column) counts[value] += 1;
  return counts;
}
