// @ts-check
/** @import { Page } from "./main.js" */
import { byId, cut, el, say, words } from "./dom.js";
import { Finder } from "./find.js";
import { inlineMark } from "./marks.js";

const MOST = 12;

/**
 * The search box: a combobox that leads to a thing, or connects the one in the middle with it.
 * @param {Page} page
 */
export function startSearch(page) {
  const box = /** @type {HTMLInputElement} */ (byId("find"));
  const list = byId("found");
  const search = new Search(page, box, list);
  box.addEventListener("input", () => search.offer());
  box.addEventListener("focus", () => search.prepare());
  box.addEventListener("keydown", (event) => search.key(event));
  box.addEventListener("blur", () => search.close());
  byId("search").addEventListener("submit", (event) => event.preventDefault());
  return search;
}

class Search {
  /** @param {Page} page @param {HTMLInputElement} box @param {HTMLElement} list */
  constructor(page, box, list) {
    this.page = page;
    this.box = box;
    this.list = list;
    this.active = -1;
    this.connecting = false;
    /** @type {Finder | null} */
    this.finder = null;
    /** @type {number[]} */
    this.found = [];
  }

  async prepare() {
    this.finder ??= new Finder(this.page.graph, await this.page.details());
    return this.finder;
  }

  /** Let the next choice be the other end of a path. */
  connect() {
    this.connecting = true;
    byId("find-label").textContent = "Connect with";
    this.box.focus();
  }

  async offer() {
    const finder = await this.prepare();
    this.found = finder.find(this.box.value, MOST);
    this.list.replaceChildren(...this.found.map((node, at) => this.option(node, at)));
    this.list.hidden = this.found.length === 0;
    this.box.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark(this.found.length ? 0 : -1);
    const none = this.box.value.trim() ? "nothing has this name" : "";
    say(this.found.length ? `${this.found.length} found` : none);
    this.box.classList.toggle("nothing", Boolean(none) && !this.found.length);
  }

  /** @param {number} node @param {number} at */
  option(node, at) {
    const { graph } = this.page;
    const label = graph.labels[graph.label[node]];
    const short = graph.short(node);
    const name = short === graph.names[node] ? short : `${short} – ${graph.names[node]}`;
    /** @type {(event: Event) => void} */
    const choose = (event) => {
      event.preventDefault();
      this.choose(at);
    };
    return el(
      "li",
      { role: "option", id: `found-${at}`, "aria-selected": "false", mousedown: choose },
      inlineMark(label),
      words(cut(name, 110)),
      el("small", {}, label.name),
    );
  }

  /** @param {number} at */
  mark(at) {
    this.active = at;
    [...this.list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === at));
    });
    if (at < 0) this.box.removeAttribute("aria-activedescendant");
    else this.box.setAttribute("aria-activedescendant", `found-${at}`);
    this.list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  async key(event) {
    const count = this.found.length;
    if (event.key === "ArrowDown" && count) this.mark((this.active + 1) % count);
    else if (event.key === "ArrowUp" && count) this.mark((this.active + count - 1) % count);
    else if (event.key === "Enter") {
      event.preventDefault();
      if (this.list.hidden) await this.offer();
      this.choose(this.active);
      return;
    } else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  /** @param {number} at */
  choose(at) {
    const node = this.found[at];
    if (node === undefined) return;
    const { place } = this.page;
    if (this.connecting) this.page.go({ view: "focus", node: place.node, to: node });
    else this.page.go({ view: place.view === "map" ? "map" : "focus", node, to: null });
    this.box.value = "";
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.found = [];
    this.connecting = false;
    byId("find-label").textContent = "Find";
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }
}
