// The conversation of one place: what everybody there reads, and between it what is for this reader
// alone, in the order of time.

import { blocks, el, icon, initials, moment } from "./draw.js";
import { exchanges } from "./memory.js";
import { day } from "./time.js";

const MOST = 400;
const TOGETHER = 5 * 60 * 1000;
const NEAR = 80;

export class Conversation {
  #log = document.getElementById("log");
  #scroll = document.getElementById("scroll");
  #newer = document.getElementById("newer");
  #items = new Map();
  #marks = new Map();
  #view = null;
  #follows = true;
  #end = 0; // where the end was when it was shown last
  #act;

  // act: {press(button, exchange or null), submit(exchange, form, answer), cancel(exchange)}
  constructor(act) {
    this.#act = act;
    this.#newer.addEventListener("click", () => this.#toEnd());
    this.#scroll.addEventListener("scroll", () => {
      // A picture that grows below is no sign that somebody scrolled up.
      this.#follows = this.#atEnd() || (this.#follows && this.#scroll.scrollTop >= this.#end);
      this.#newer.hidden ||= this.#follows;
    });
    // A picture takes its room only once it is read; its load does not bubble.
    this.#log.addEventListener("load", () => this.#follows && this.#toEnd(), true);
  }

  // view: {seat, place, zone, people, me, readUpTo, empty: node}
  show(view, entries) {
    this.#view = view;
    this.#items.clear();
    this.#marks.clear();
    this.#log.replaceChildren();
    this.#scroll.setAttribute("aria-busy", "true");
    entries.forEach((entry) => this.#put(this.#message(entry)));
    exchanges.of(view.seat, view.place).forEach((each) => this.#put(this.#private(each)));
    this.#arrange();
    this.#scroll.setAttribute("aria-busy", "false");
    this.#toEnd();
  }

  // A post, or a change to one, in this place.
  entry(entry) {
    const key = `p${entry.post}`;
    const old = this.#items.get(key);
    const atEnd = this.#atEnd();
    if (entry.change !== "remove" && !old) {
      this.#put(this.#message(entry));
    } else if (entry.change === "edit" && old) {
      const now = { ...old.entry, blocks: entry.blocks, edited: true };
      this.#swap(this.#message(now), old);
    } else if (entry.change === "remove" && old) {
      old.node.remove();
      this.#items.delete(key);
    } else {
      return;
    }
    this.#arrange();
    this.#settle(atEnd, entry.change === "post");
  }

  // Something between this reader and Callboard, new or changed.
  exchange(exchange) {
    const made = this.#private(exchange);
    const old = this.#items.get(made.key);
    const held = old?.node.contains(document.activeElement);
    if (old) {
      this.#swap(made, old);
    } else {
      this.#put(made);
    }
    this.#keep();
    this.#arrange();
    this.#settle(true, true);
    const field = made.node.querySelector("textarea");
    if (field) {
      field.focus();
      field.select();
    } else if (held) {
      document.getElementById("say").focus();
    }
  }

  #keep() {
    const kept = [...this.#items.values()].filter((item) => item.exchange);
    const list = kept.map((item) => ({ ...item.exchange, form: null, waits: false }));
    exchanges.keep(this.#view.seat, this.#view.place, list);
  }

  #put(item) {
    this.#items.set(item.key, item);
  }

  #swap(item, old) {
    old.node.replaceWith(item.node);
    this.#items.set(item.key, item);
  }

  // Brings the nodes in the order of time, with a line where a day begins or the unread does.
  #arrange() {
    const ordered = [...this.#items.values()].sort((a, b) => a.at - b.at);
    ordered.slice(0, -MOST).forEach((item) => {
      item.node.remove();
      this.#items.delete(item.key);
    });
    const wanted = [];
    let before = null;
    let fresh = false;
    for (const item of ordered.slice(-MOST)) {
      const date = day(item.at, this.#view.zone);
      const newDay = before && date !== day(before.at, this.#view.zone);
      const newest = !fresh && before && this.#isFresh(item);
      if (newDay) {
        wanted.push(this.#mark(`day ${date}`, () => el("li", { className: "day" }, date)));
      }
      if (newest) {
        wanted.push(this.#mark("new", () => el("li", { className: "fresh" }, "New")));
      }
      fresh ||= newest;
      const follows =
        !newDay && !newest && before?.author && before.author === item.author
        && item.at - before.at < TOGETHER;
      item.node.classList.toggle("follows", Boolean(follows));
      wanted.push(item.node);
      before = item;
    }
    this.#lay(wanted.length ? wanted : [this.#view.empty]);
  }

  #lay(wanted) {
    const keep = new Set(wanted);
    [...this.#log.children].filter((node) => !keep.has(node)).forEach((node) => node.remove());
    wanted.forEach((node, index) => {
      if (this.#log.children[index] !== node) {
        this.#log.insertBefore(node, this.#log.children[index] ?? null);
      }
    });
  }

  #mark(key, make) {
    if (!this.#marks.has(key)) {
      this.#marks.set(key, make());
    }
    return this.#marks.get(key);
  }

  #isFresh(item) {
    const up = this.#view.readUpTo;
    return up > 0 && item.entry?.number > up && item.entry.author !== this.#view.me;
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #toEnd() {
    this.#follows = true;
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#end = this.#scroll.scrollTop;
    this.#newer.hidden = true;
  }

  #settle(follow, added) {
    if (follow) {
      this.#toEnd();
    } else if (added) {
      this.#newer.hidden = false;
    }
  }

  #message(entry) {
    const at = Date.parse(entry.at);
    const bot = entry.author === "callboard";
    const person = this.#view.people.get(entry.author);
    const face = el("span", { className: bot ? "face bot" : "face", "aria-hidden": "true" });
    face.append(bot ? icon("board") : initials(entry.name));
    const by = el(
      "p",
      { className: "by" },
      el("b", { dir: "auto" }, entry.author === this.#view.me ? "You" : entry.name),
      bot ? null : el("span", { className: "role" }, person?.role ?? ""),
      moment(entry.at, this.#view.zone),
    );
    const body = el("div", { className: "body" }, by);
    body.append(blocks(entry.blocks, (made, node) => this.#press(made, node, null, entry.post)));
    if (entry.edited && !body.querySelector(".card")) {
      body.append(el("p", { className: "edited" }, "edited"));
    }
    const node = el("li", { className: "message", "data-post": String(entry.post) }, face, body);
    return { key: `p${entry.post}`, at, author: entry.author, entry, node };
  }

  #private(exchange) {
    const name = this.#view.people.get(this.#view.me)?.name ?? "You";
    const face = el("span", { className: "face", "aria-hidden": "true" }, initials(name));
    const said = exchange.pressed
      ? el("span", {}, "pressed ", el("b", {}, exchange.pressed))
      : el("span", { className: "typed", dir: "auto" }, exchange.line);
    const by = el(
      "p",
      { className: "by" },
      el("b", {}, "You"),
      moment(new Date(exchange.at).toISOString(), this.#view.zone),
      said,
      el("span", { className: "only" }, icon("lock"), "Only you can see this"),
    );
    const mark = el("span", { className: "face bot", "aria-hidden": "true" }, icon("board"));
    const answer = el("div", { className: "said" }, el("span", { className: "hush" }, "Callboard:"));
    if (exchange.waits) {
      answer.append(el("p", { className: "small" }, "…"));
    }
    if (exchange.answer) {
      answer.append(blocks(exchange.answer, (made, node) => this.#press(made, node, exchange)));
    }
    if (exchange.problem) {
      answer.append(el("p", { className: "problem" }, exchange.problem));
    }
    if (exchange.form) {
      answer.append(this.#form(exchange, exchange.form));
    }
    const row = answer.childNodes.length > 1 ? el("div", { className: "answer" }, mark, answer) : null;
    const body = el("div", { className: "body" }, by, row);
    const node = el("li", { className: "message private", "data-exchange": exchange.id }, face, body);
    return { key: `x${exchange.id}`, at: exchange.at, author: null, exchange, node };
  }

  #press(made, node, exchange, post) {
    node.closest(".actions").querySelectorAll("button").forEach((each) => {
      each.disabled = true;
    });
    Promise.resolve(this.#act.press(made, exchange, post)).finally(() => {
      node.closest(".actions")?.querySelectorAll("button").forEach((each) => {
        each.disabled = false;
      });
    });
  }

  #form(exchange, form) {
    const id = `answer-${exchange.id}`;
    const field = el("textarea", { id, maxlength: "3500", rows: "3" });
    field.value = form.answer;
    const submit = (event) => {
      event.preventDefault();
      this.#act.submit(exchange, form, field.value.trim());
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        submit(event);
      } else if (event.key === "Escape") {
        this.#act.cancel(exchange);
      }
    });
    return el(
      "form",
      { className: "ask", onsubmit: submit },
      el("b", {}, form.title),
      el("label", { className: "label", for: id }, form.label),
      field,
      el(
        "div",
        { className: "actions" },
        el("button", { type: "submit", className: "main" }, form.submit),
        el("button", { type: "button", onclick: () => this.#act.cancel(exchange) }, "Cancel"),
      ),
    );
  }
}
